type Environment = Readonly<Record<string, string | undefined>>
type Complain = (problem: string) => void

/** What an installation is told by its environment. */
export interface Config {
  port: number
  host: string
  /** The origin people see, without a slash at its end. */
  url: string
  databaseUrl: string | undefined
  dataFolder: string
  keysFolder: string
  mail: { from: string; smtpUrl: string | undefined }
  allowedOrigins: string[]
  trustProxy: boolean
  /** `URL KEY, URL KEY`: programs of others that co-sign the log. */
  witnesses: string
  /** A language model that may be asked about posted comments; its key lies beside the other keys. */
  model: { url: string; name: string } | undefined
  /** Where `clamd` listens, which is to look at each file before it is kept. */
  scanner: { path: string } | { host: string; port: number } | undefined
}

function parseUrl(text: string, protocols: readonly string[]): URL | undefined {
  const url = URL.canParse(text) ? new URL(text) : undefined
  return url?.hostname !== '' && url && protocols.includes(url.protocol) ? url : undefined
}

function readNumber(env: Environment, name: string, preset: number, complain: Complain): number {
  const text = env[name] || String(preset)
  const number = /^\d{1,5}$/.test(text) ? Number(text) : Number.NaN
  if (number <= 65_535) return number
  complain(`${name} is “${text}”. Set it to a port number from 1 to 65535, or leave it out for ${preset}.`)
  return preset
}

function readOrigin(name: string, text: string, complain: Complain): string {
  const url = parseUrl(text, ['http:', 'https:'])
  if (url && [url.origin, `${url.origin}/`].includes(text)) return url.origin
  complain(`${name} has “${text}”. Write scheme and host only, for example https://comments.example.org.`)
  return text
}

function readDatabase({ DATABASE_URL: text }: Environment, complain: Complain): string | undefined {
  if (!text) return undefined
  if (!URL.canParse(text) || !['postgres:', 'postgresql:'].includes(new URL(text).protocol)) {
    complain(
      'DATABASE_URL is no address of a PostgreSQL. Write postgresql://user:password@host:5432/database.',
    )
  }
  return text
}

function readOrigins({ ALLOWED_ORIGINS: text = '' }: Environment, complain: Complain): string[] {
  const listed = text.split(/[\s,]+/).filter(Boolean)
  if (!text.includes('*')) return listed.map((one) => readOrigin('ALLOWED_ORIGINS', one, complain))
  complain(
    'ALLOWED_ORIGINS has a “*”, which would let every site act here. List each site by its full origin.',
  )
  return []
}

function smtpFromParts(env: Environment, host: string, complain: Complain): string {
  const port = readNumber(env, 'SMTP_PORT', 587, complain)
  const [user, password] = [env['SMTP_USER'] ?? '', env['SMTP_PASSWORD'] ?? ''].map(encodeURIComponent)
  if (Boolean(user) !== Boolean(password)) complain('Set SMTP_USER and SMTP_PASSWORD both, or neither.')
  return `${port === 465 ? 'smtps' : 'smtp'}://${user ? `${user}:${password}@` : ''}${host}:${port}`
}

function readSmtp(env: Environment, complain: Complain): string | undefined {
  const { SMTP_URL: given, SMTP_HOST: host } = env
  if (given && host) complain('SMTP_URL and SMTP_HOST are both set. Keep one of them.')
  const text = given || (host && smtpFromParts(env, host, complain))
  if (!text) return undefined
  if (!parseUrl(text, ['smtp:', 'smtps:'])) {
    complain(`${given ? 'SMTP_URL' : 'SMTP_HOST'} names no mail server. Write smtp://user:password@host:587.`)
  }
  return text
}

function readMail(env: Environment, url: string, complain: Complain): Config['mail'] {
  const smtpUrl = readSmtp(env, complain)
  const { MAIL_FROM: given } = env
  if (smtpUrl && !given) complain('MAIL_FROM is missing. Set it to the address that mail shall come from.')
  if (given && !/[^\s@<>]+@[^\s@<>]+/.test(given)) {
    complain(`MAIL_FROM is “${given}”. Write an address, for example Comments <comments@example.org>.`)
  }
  return { from: given || `Parley <parley@${parseUrl(url, ['http:', 'https:'])?.hostname}>`, smtpUrl }
}

function readTrust({ TRUST_PROXY: text }: Environment, complain: Complain): boolean {
  if (text && text !== 'true' && text !== 'false') complain('TRUST_PROXY is neither “true” nor “false”.')
  return text === 'true'
}

function readScanner({ CLAMD: text }: Environment, complain: Complain): Config['scanner'] {
  if (!text) return undefined
  if (text.startsWith('/')) return { path: text }
  const url = parseUrl(`tcp://${text}`, ['tcp:'])
  if (url?.port && url.host === text)
    return { host: url.hostname.replace(/^\[|\]$/g, ''), port: Number(url.port) }
  complain(`CLAMD is “${text}”. Write host:port, for example localhost:3310, or the path of a socket.`)
  return undefined
}

function readModel(env: Environment, complain: Complain): Config['model'] {
  const { PARLEY_MODEL_URL: address, PARLEY_MODEL: name } = env
  if (!address && !name) return undefined
  if (!address || !name) {
    complain('Set PARLEY_MODEL_URL and PARLEY_MODEL both, or neither.')
    return undefined
  }
  const url = parseUrl(address, ['http:', 'https:'])
  if (url && !url.username && !url.search && !url.hash) return { url: url.href.replace(/\/+$/, ''), name }
  complain(`PARLEY_MODEL_URL is “${address}”. Write the base address, such as https://models.example.org/v1.`)
  return undefined
}

/** Reads every setting, or says of each wrong one how to mend it. */
export function readConfig(env: Environment): Config | { problems: string[] } {
  const problems: string[] = []
  const complain: Complain = (problem) => problems.push(problem)
  const port = readNumber(env, 'PORT', 3000, complain)
  const url = readOrigin('PARLEY_URL', env['PARLEY_URL'] || `http://localhost:${port}`, complain)
  const dataFolder = env['PARLEY_DATA'] || '.parley'
  const config: Config = {
    port,
    host: env['HOST'] || 'localhost',
    url,
    databaseUrl: readDatabase(env, complain),
    dataFolder,
    keysFolder: env['PARLEY_KEYS'] || `${dataFolder}/keys`,
    mail: readMail(env, url, complain),
    allowedOrigins: readOrigins(env, complain),
    trustProxy: readTrust(env, complain),
    model: readModel(env, complain),
    scanner: readScanner(env, complain),
    witnesses: env['PARLEY_WITNESSES'] ?? '',
  }
  return problems.length > 0 ? { problems } : config
}
