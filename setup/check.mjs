import { runGates, tellGates } from './gates/index.mjs'

process.exitCode = tellGates(await runGates()) ? 0 : 1
