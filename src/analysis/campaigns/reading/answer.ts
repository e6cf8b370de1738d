import { campaignAddress } from './address.ts'
import type { Member, ShownCampaign } from './model.ts'

/** A campaign as programs read it. */
export function answerOf(campaign: ShownCampaign, docket: string, origin: string) {
  const { id, comments, signatories, wordings, firstSeen, lastSeen, template } = campaign
  const { number: comment, attachment, language, text } = template
  return {
    ...{ id, url: `${origin}${campaignAddress(docket, id)}`, comments, signatories, wordings },
    firstSent: firstSeen.toISOString(),
    lastSent: lastSeen.toISOString(),
    template: { comment, attachment: attachment ?? null, language, text },
  }
}

export function memberAnswer({ number, sentAt, group, named, verification, joinedAt }: Member) {
  return {
    ...{ comment: number, sent: sentAt.toISOString(), group, named, confirmed: verification },
    since: joinedAt?.toISOString() ?? null,
  }
}
