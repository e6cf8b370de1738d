import { capabilities, others, rooms } from './architecture.mjs'

const any = capabilities.join('|')
const never = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to })

const looksUpstream = capabilities
  .slice(0, -1)
  .map((from, i) =>
    never(
      `${from}-looks-upstream`,
      'The process flows one way: no step knows the steps after it.',
      { path: `^src/${from}/` },
      { path: `^src/(${capabilities.slice(i + 1).join('|')})/` },
    ),
  )

const roomsLookUpstream = Object.entries(rooms).flatMap(([capability, inside]) =>
  inside
    .slice(0, -1)
    .map((from, i) =>
      never(
        `${capability}-${from}-looks-upstream`,
        'Inside a capability the rooms have their order too.',
        { path: `^src/${capability}/${from}/` },
        { path: `^src/${capability}/(${inside.slice(i + 1).join('|')})/` },
      ),
    ),
)

export default {
  forbidden: [
    never('no-circles', 'Two files that need each other are one file, or three.', {}, { circular: true }),
    never(
      'every-room-is-listed',
      'A folder under src/ stands in architecture.mjs.',
      { path: '^src/[^/]+/', pathNot: `^src/(${any}|${others.join('|')})/` },
      {},
    ),
    ...looksUpstream,
    ...roomsLookUpstream,
    never(
      'through-the-front-door',
      'A capability is used through its index.ts; pure rules may take a pure model.',
      { path: `^src/(${any}|backup|cli|app)/|^src/[^/]+\\.tsx?$`, pathNot: '/(model|access)\\.ts$' },
      { path: `^src/(${any}|backup)/`, pathNot: ['^src/$1/', '^src/[^/]+/index\\.ts$'] },
    ),
    never(
      'platform-knows-no-policy',
      'The platform serves every capability and knows none.',
      { path: '^src/platform/' },
      { path: `^src/(${any}|backup|cli|app)/|^src/[^/]+\\.tsx?$` },
    ),
    never(
      'rules-are-pure',
      'model.ts and access.ts decide; they do not read, write or wait.',
      { path: '/(model|access)\\.ts$' },
      { pathNot: ['/model\\.ts$', '^src/platform/(id|time|ref)\\.ts$', '^src/platform/text/'] },
    ),
    never(
      'sql-lives-in-stores',
      'Only store.ts, tables.ts and platform/db speak Kysely.',
      { path: '^src/', pathNot: ['^src/platform/db/', '/(store|tables)\\.ts$', '\\.test\\.tsx?$'] },
      { path: 'node_modules/kysely' },
    ),
    never(
      'http-lives-at-the-edge',
      'Only routes.tsx, api.ts, gate.ts, platform/http and app.ts speak Fastify.',
      {
        path: '^src/',
        pathNot: [
          '^src/platform/http',
          '/(routes|api|gate)\\.tsx?$',
          '^src/(app|main)\\.tsx?$',
          '\\.test\\.tsx?$',
        ],
      },
      { path: 'node_modules/(@?fastify)' },
    ),
    never(
      'pages-are-pure',
      'A page is a function of its props.',
      { path: '/pages/' },
      { path: '/(store|routes|api)\\.tsx?$|node_modules/(kysely|fastify)|^(node:)?(fs|net|http)' },
    ),
    never(
      'islands-are-browser-code',
      'An island runs in the reader’s browser and takes types from the server, never code.',
      { path: '\\.island\\.tsx?$' },
      { pathNot: '\\.island\\.tsx?$|node_modules/preact', dependencyTypesNot: ['type-only'] },
    ),
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'types', 'default'] },
  },
}
