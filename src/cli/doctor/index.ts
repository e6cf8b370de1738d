import { findChromium } from '../../../setup/chromium.mjs'
import { systemClock } from '../../platform/time.ts'
import type { Context, Verb } from '../verb.ts'
import { lookAtBackups } from './backups.ts'
import { lookAtDatabase, lookAtPrograms } from './database.ts'
import { examine, type Finding, fine, problem } from './finding.ts'
import { lookAtDisk, lookAtFolder, lookAtKeys } from './folders.ts'
import { lookAtMail, lookAtPort, lookAtScanner } from './network.ts'

function lookAtNode(): Finding {
  const says = `${process.version} at ${process.execPath}`
  return Number(process.versions.node.split('.')[0]) >= 24
    ? fine('Node', says)
    : problem('Node', `${says} is too old. Start through ./parley or npm, which bring the right one.`)
}

function lookAtChromium(): Finding {
  const found = findChromium()
  return fine('Chromium', found ?? 'none; only the tests need it, and `npm test` says how to get it')
}

async function examineAll(context: Context): Promise<Finding[]> {
  const { config } = context
  return [
    await examine('Node', lookAtNode),
    await examine('data folder', () => lookAtFolder(config)),
    await examine('disk', () => lookAtDisk(config)),
    await examine('keys', () => lookAtKeys(config)),
    await examine('PostgreSQL programs', () => lookAtPrograms(config)),
    await examine('port', () => lookAtPort(config)),
    await examine('database', () => lookAtDatabase(context)),
    await examine('backup', () => lookAtBackups(config, systemClock)),
    await examine('mail', () => lookAtMail(config)),
    await examine('virus scanner', () => lookAtScanner(config)),
    await examine('Chromium', lookAtChromium),
  ]
}

function tell({ about, state, says }: Finding, out: Context['out']): void {
  out(`${state.padEnd(8)} ${about.padEnd(20)} ${says.replaceAll('\n', `\n${' '.repeat(30)}`)}`)
}

export const doctor: Verb = {
  name: 'doctor',
  usage: 'Say what is wrong with this installation, and how to mend it.',
  async run(_args, context) {
    const findings = await examineAll(context)
    for (const finding of findings) tell(finding, context.out)
    const problems = findings.filter(({ state }) => state === 'problem').length
    context.out(problems === 0 ? '\nAll is well.' : `\nProblems: ${problems}`)
    return problems === 0 ? 0 : 1
  },
}
