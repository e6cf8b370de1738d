import { type Static, Type } from 'typebox'

const Names = Type.Object(
  { none: Type.Integer(), 'e-mail': Type.Integer(), organisation: Type.Integer() },
  { description: 'Names that the public reads, by how far each is confirmed.' },
)

const OfCampaign = {
  id: Type.String(),
  url: Type.String(),
  comments: Type.Integer(),
  signatories: Names,
  wordings: Type.Integer({ description: 'How many different sets of 5-word shingles its texts have.' }),
  firstSent: Type.String({ format: 'date-time' }),
  lastSent: Type.String({ format: 'date-time' }),
  template: Type.Object({
    comment: Type.String(),
    attachment: Type.Union([Type.Integer(), Type.Null()]),
    language: Type.String(),
    text: Type.String(),
  }),
}

export const CampaignList = Type.Object(
  {
    docket: Type.String(),
    comments: Type.Integer(),
    distinct: Type.Integer(),
    campaigns: Type.Integer(),
    copies: Type.Integer(),
    stubs: Type.Integer(),
    signatories: Names,
    waiting: Type.Integer({ description: 'Comments that are still to be compared.' }),
    list: Type.Array(Type.Object(OfCampaign), { description: 'The largest first, 50 a page.' }),
    next: Type.Union([Type.String(), Type.Null()]),
  },
  { description: 'Campaigns: comments that are near-duplicates of one another. Only what is posted counts.' },
)
export type CampaignList = Static<typeof CampaignList>

export const OneCampaign = Type.Object({
  docket: Type.String(),
  ...OfCampaign,
  members: Type.Array(
    Type.Object({
      comment: Type.String(),
      sent: Type.String({ format: 'date-time' }),
      group: Type.String(),
      named: Type.Boolean(),
      confirmed: Type.String(),
      since: Type.Union([Type.String({ format: 'date-time' }), Type.Null()]),
    }),
    { description: 'By tracking number, 1,000 a page.' },
  ),
  next: Type.Union([Type.String(), Type.Null()]),
})
export type OneCampaign = Static<typeof OneCampaign>
