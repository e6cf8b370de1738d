import { makeSignInLink, type ParticipantsTables } from '../participants/index.ts'
import { isAddress } from '../platform/mail/index.ts'
import { systemClock } from '../platform/time.ts'
import type { Verb } from './verb.ts'

/** Lets in whoever runs the machine where no mail arrives: it needs nothing but the right to read the database. */
export const signInLink: Verb = {
  name: 'sign-in-link',
  usage: 'ADDRESS: print a link that signs in as this e-mail address, once, within 15 minutes.',
  async run([address = '', ...rest], { config, out, err, open }) {
    if (!isAddress(address) || rest.length > 0) {
      err('Name one e-mail address: ./parley sign-in-link name@example.org')
      return 2
    }
    const { db } = await open<ParticipantsTables>()
    out(await makeSignInLink({ db, clock: systemClock, origin: config.url }, address))
    return 0
  },
}
