import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** Where the browser finds the stylesheet and each island; names carry a hash, so they may be kept for ever. */
export interface Assets {
  stylesheet: string
  icon?: string
  islands: Readonly<Record<string, string>>
}

/** Reads the manifests that the build of styles and islands left in the folder. */
export function readAssets(folder: string, at = '/assets'): Assets {
  const read = (name: string): Record<string, string> => JSON.parse(readFileSync(join(folder, name), 'utf8'))
  const { parley, icon } = read('styles.json')
  if (!parley || !icon) throw new Error(`No stylesheet or no icon is listed in ${folder}.`)
  const islands = Object.entries(read('islands.json')).map(([name, file]) => [name, `${at}/${file}`])
  return { stylesheet: `${at}/${parley}`, icon: `${at}/${icon}`, islands: Object.fromEntries(islands) }
}
