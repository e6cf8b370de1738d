import { defineConfig } from 'vitest/config'

const cluster = ['./src/platform/db/testing-cluster.ts']

export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  test: {
    maxWorkers: 2,
    testTimeout: 60_000,
    hookTimeout: 60_000,
    projects: [
      {
        extends: true,
        test: {
          name: 'rules',
          include: ['src/**/*.test.{ts,tsx}', 'setup/**/*.test.ts'],
          exclude: ['**/*.db.test.*'],
        },
      },
      {
        extends: true,
        test: {
          name: 'capability',
          include: ['{src,demo}/**/*.db.test.{ts,tsx}', 'bench/**/*.db.test.ts'],
          globalSetup: cluster,
        },
      },
      {
        extends: true,
        test: {
          name: 'journeys',
          include: ['journeys/**/*.journey.{ts,tsx}'],
          globalSetup: cluster,
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
})
