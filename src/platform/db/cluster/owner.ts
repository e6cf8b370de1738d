import { spawnSync } from 'node:child_process'

/** The user the server runs as: PostgreSQL refuses to run as root. */
export interface Owner {
  name: string
  as: { uid?: number; gid?: number }
}

function numberOf(flag: '-u' | '-g', name: string): number | undefined {
  const asked = spawnSync('id', [flag, name], { encoding: 'utf8' })
  return asked.status === 0 ? Number(asked.stdout) : undefined
}

/** A known user of the system as which this process may really start another. */
function ownerNamed(name: string): Owner | undefined {
  const uid = numberOf('-u', name)
  const gid = numberOf('-g', name)
  if (!uid || gid === undefined) return undefined
  const as = { uid, gid }
  return spawnSync('/bin/sh', ['-c', 'exit 0'], { ...as, cwd: '/' }).status === 0 ? { name, as } : undefined
}

const waysToMakeAUser = [
  ['useradd', '--system', '--no-create-home', '--shell', '/usr/sbin/nologin', 'parley'],
  ['adduser', '-S', '-D', '-H', 'parley'],
]

function madeOwner(): Owner | undefined {
  const path = `${process.env['PATH'] ?? ''}:/usr/sbin:/sbin`
  for (const [program = '', ...args] of waysToMakeAUser) {
    const made = spawnSync(program, args, { env: { ...process.env, PATH: path }, stdio: 'ignore' })
    if (made.status === 0) return ownerNamed('parley')
  }
  return undefined
}

export function findOwner(): Owner {
  if (process.getuid?.() !== 0) return { name: 'you', as: {} }
  const owner = ownerNamed('postgres') ?? ownerNamed('parley') ?? madeOwner() ?? ownerNamed('nobody')
  if (owner) return owner
  throw new Error(
    'PostgreSQL does not run as root, and no other user could be found or made here. ' +
      'Start Parley as an ordinary user, or set DATABASE_URL to a PostgreSQL of your own.',
  )
}
