import { describe, expect, test } from 'vitest'
import { type Config, readConfig } from './config.ts'

const told = (env: Record<string, string>): Config => {
  const config = readConfig(env)
  if ('problems' in config) throw new Error(config.problems.join(' '))
  return config
}

const problemsOf = (env: Record<string, string>): string[] => {
  const config = readConfig(env)
  return 'problems' in config ? config.problems : []
}

describe('An installation that is told nothing', () => {
  test('serves this machine on port 3000, with its own database and a mailbox instead of mail', () => {
    expect(told({})).toEqual({
      port: 3000,
      host: 'localhost',
      url: 'http://localhost:3000',
      databaseUrl: undefined,
      dataFolder: '.parley',
      keysFolder: '.parley/keys',
      mail: { from: 'Parley <parley@localhost>', smtpUrl: undefined },
      allowedOrigins: [],
      trustProxy: false,
      witnesses: '',
      scanner: undefined,
    })
  })

  test('takes an empty setting for none', () => {
    expect(told({ PORT: '', DATABASE_URL: '', PARLEY_URL: '', SMTP_HOST: '' })).toEqual(told({}))
  })
})

describe('Settings', () => {
  test('may give the mail server in parts, with signs in the password that addresses do not take', () => {
    const env = {
      SMTP_HOST: 'mail.example.org',
      SMTP_USER: 'a@b',
      SMTP_PASSWORD: 'p/w',
      MAIL_FROM: 'a@b.org',
    }
    expect(told(env).mail.smtpUrl).toBe('smtp://a%40b:p%2Fw@mail.example.org:587')
    expect(told({ ...env, SMTP_PORT: '465' }).mail.smtpUrl).toMatch(/^smtps:/)
  })

  test('may name a virus scanner by its port or its socket', () => {
    expect(told({ CLAMD: 'scan.example.org:3310' }).scanner).toEqual({ host: 'scan.example.org', port: 3310 })
    expect(told({ CLAMD: '[::1]:3310' }).scanner).toEqual({ host: '::1', port: 3310 })
    expect(told({ CLAMD: '/run/clamav/clamd.ctl' }).scanner).toEqual({ path: '/run/clamav/clamd.ctl' })
  })

  test('may give the origin with a slash at its end', () => {
    expect(told({ PARLEY_URL: 'https://comments.example.org/' }).url).toBe('https://comments.example.org')
  })

  test.each([
    [{ PORT: 'http' }, 'PORT is “http”'],
    [{ CLAMD: 'localhost' }, 'Write host:port'],
    [{ CLAMD: 'tcp://localhost:3310' }, 'Write host:port'],
    [{ PORT: '70000' }, 'PORT is “70000”'],
    [{ DATABASE_URL: 'mysql://localhost/x' }, 'DATABASE_URL is no address'],
    [{ PARLEY_URL: 'comments.example.org' }, 'PARLEY_URL has “comments.example.org”'],
    [{ PARLEY_URL: 'https://example.org/comments' }, 'Write scheme and host only'],
    [{ ALLOWED_ORIGINS: '*' }, 'let every site act here'],
    [{ ALLOWED_ORIGINS: 'https://*.example.org' }, 'let every site act here'],
    [{ ALLOWED_ORIGINS: 'https://a.example, b' }, 'ALLOWED_ORIGINS has “b”'],
    [{ SMTP_URL: 'smtp://mail.example.org' }, 'MAIL_FROM is missing'],
    [{ SMTP_URL: 'https://mail.example.org', MAIL_FROM: 'a@b.org' }, 'names no mail server'],
    [{ SMTP_URL: 'smtp://a', SMTP_HOST: 'b', MAIL_FROM: 'a@b.org' }, 'Keep one of them'],
    [{ SMTP_HOST: 'a', SMTP_USER: 'b', MAIL_FROM: 'a@b.org' }, 'both, or neither'],
    [{ MAIL_FROM: 'me' }, 'MAIL_FROM is “me”'],
    [{ TRUST_PROXY: 'yes' }, 'TRUST_PROXY is neither'],
  ])('that are wrong are refused with a sentence: %j', (env, sentence) => {
    expect(problemsOf(env)).toHaveLength(1)
    expect(problemsOf(env).join()).toContain(sentence)
  })

  test('are all looked at before anything is said, and no password is repeated', () => {
    const problems = problemsOf({
      PORT: 'x',
      DATABASE_URL: 'x:hidden',
      SMTP_URL: 'y:hidden',
      MAIL_FROM: 'a@b.c',
    })
    expect(problems).toHaveLength(3)
    expect(problems.join()).not.toContain('hidden')
  })
})
