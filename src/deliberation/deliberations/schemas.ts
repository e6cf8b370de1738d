import { type Static, Type } from 'typebox'

const line = (maxLength: number) => Type.Optional(Type.String({ maxLength }))

/** What the form sends: text as typed, so that it comes back as typed; the rules say what is too long. */
export const DeliberationBody = Type.Object(
  {
    title: line(20_000),
    intro: line(200_000),
    language: line(10),
    zone: line(60),
    opens: line(30),
    closes: line(30),
    electorate: line(30),
    allowed: line(900_000),
    request: line(80),
    issue: line(10),
  },
  { additionalProperties: false },
)

export type DeliberationForm = Required<Static<typeof DeliberationBody>>

/** What is missing is empty. */
export function keptForm(sent: Static<typeof DeliberationBody>): DeliberationForm {
  const { title = '', intro = '', language = '', zone = '', opens = '', closes = '' } = sent
  const { electorate = '', allowed = '', request = '', issue = '' } = sent
  return { title, intro, language, zone, opens, closes, electorate, allowed, request, issue }
}

export const SlugAddress = Type.Object({ slug: Type.String({ maxLength: 200 }) })
export const DeliberationAddress = Type.Object({
  slug: Type.String({ maxLength: 200 }),
  deliberation: Type.String({ maxLength: 40 }),
})
