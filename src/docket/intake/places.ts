import { defaultLocale, type Locale } from '../../platform/i18n/index.ts'

export interface Choice {
  value: string
  text: string
}

// ISO 3166-1, and Kosovo by the code that is in use for it.
const countryCodes =
  'AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS XK YE YT ZA ZM ZW'

// The official languages of the United Nations and the European Union, and those with most speakers besides.
const languageCodes =
  'ar bg bn cs da de el en es et fa fi fr ga hi hr hu id it ja ko lt lv mt nl no pl pt ro ru sk sl sq sr sv sw tr uk ur vi zh'

export const countries: readonly string[] = countryCodes.split(' ')

const named = new Map<Locale, Choice[]>()

/** Countries by name, in the order of the reader's alphabet. */
export function countryChoices(locale: Locale = defaultLocale): readonly Choice[] {
  const names = new Intl.DisplayNames(locale, { type: 'region' })
  const made =
    named.get(locale) ??
    countries
      .map((value) => ({ value, text: names.of(value) ?? value }))
      .sort((a, b) => a.text.localeCompare(b.text, locale))
  named.set(locale, made)
  return made
}

let byName: ReadonlyMap<string, string> | undefined

/** The code of a country that somebody named by its code, or by its name in a language of the interface. */
export function countryNamed(text: string): string | undefined {
  const asked = text.trim()
  if (countries.includes(asked.toUpperCase())) return asked.toUpperCase()
  byName ??= new Map(
    (['en', 'fr'] as const).flatMap((locale) =>
      countryChoices(locale).map(({ value, text: name }) => [name.toLowerCase(), value] as const),
    ),
  )
  return byName.get(asked.toLowerCase())
}

const ownName = (value: string) => new Intl.DisplayNames([value], { type: 'language' }).of(value) ?? value

const languages = languageCodes.split(' ').map((value) => ({ value, text: ownName(value) }))

/** Each language names itself; one that is written in already stands among them. */
export function languageChoices(chosen: string): readonly Choice[] {
  const known = chosen === '' || languages.some(({ value }) => value === chosen)
  return known ? languages : [...languages, { value: chosen, text: languageName(chosen) }]
}

export function languageName(tag: string): string {
  try {
    return ownName(tag)
  } catch {
    return tag
  }
}
