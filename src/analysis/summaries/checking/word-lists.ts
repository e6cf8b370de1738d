/** Words by which a summary says who says something and how; they need not stand in what it cites. */
const framing: Record<string, string> = {
  en: `comment comments commenter commenters respondent respondents participant participants submission submissions
    contribution contributions contributor contributors organisation organisations organization organizations
    individual individuals group groups stakeholder stakeholders others people say says said state states stated
    argue argues argued ask asks asked support supports supported oppose opposes opposed favour favours favor favors
    prefer prefers call calls called propose proposes proposed suggest suggests suggested warn warns note notes noted
    point points believe believes hold holds view views position positions question questions issue agree agrees
    disagree disagrees welcome welcomes reject rejects several majority minority condition conditions conditional
    conditionally provided neither against accept accepts express expresses demand demands recommend recommends`,
  fr: `commentaire commentaires contribution contributions contributeur contributeurs répondant répondants participant
    participants organisation organisations particulier particuliers groupe groupes partie parties prenante prenantes
    personnes dit disent affirme affirment demande demandent soutient soutiennent oppose opposent oppose opposés favorable
    favorables préfère préfèrent propose proposent suggère suggèrent signale signalent estime estiment avis position
    positions question questions accord approuve approuvent rejette rejettent plusieurs majorité minorité condition
    conditions réserve recommande recommandent souhaite souhaitent`,
}

const negations: Record<string, string> = {
  en: 'not no never none nobody nothing neither nor without cannot t',
  fr: 'ne n pas jamais aucun aucune sans ni rien personne non',
  de: 'nicht nie niemals kein keine keinen keiner keines keinem ohne weder nichts',
  es: 'no nunca jamás ningún ninguna ninguno sin ni nada nadie tampoco',
  it: 'non mai nessun nessuna nessuno senza né niente nulla',
  nl: 'niet nooit geen zonder noch niets niemand',
  pt: 'não nunca jamais nenhum nenhuma sem nem nada ninguém',
}

/** Words that deny without a negation. */
const opposing: Record<string, string> = {
  en: 'oppose opposes opposed opposing against reject rejects rejected refuse refuses unwilling disagree disagrees',
  fr: 'oppose opposent opposé opposés contre rejette rejettent refuse refusent désaccord défavorable défavorables',
}

const numbers: Record<string, string> = {
  en: `zero _ two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen
    eighteen nineteen twenty`,
  fr: `zéro _ deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize dix-sept dix-huit
    dix-neuf vingt`,
  de: `null _ zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn siebzehn
    achtzehn neunzehn zwanzig`,
}

const setsOf = (lists: Record<string, string>) =>
  new Map(Object.entries(lists).map(([code, words]) => [code, new Set(words.split(/\s+/))]))

const none: ReadonlySet<string> = new Set()
const [framed, negated, opposed] = [setsOf(framing), setsOf(negations), setsOf(opposing)]
const counted = new Map(
  Object.entries(numbers).map(([code, words]) => [
    code,
    new Map(words.split(/\s+/).map((word, number) => [word, String(number)])),
  ]),
)

export const framingOf = (language: string): ReadonlySet<string> => framed.get(language) ?? none
export const negationsOf = (language: string): ReadonlySet<string> => negated.get(language) ?? none
export const opposingOf = (language: string): ReadonlySet<string> => opposed.get(language) ?? none

/** The digits of a number that is written out; “one” is no number, since it is more often an article or a pronoun. */
export const numberNamed = (language: string, word: string): string | undefined =>
  counted.get(language)?.get(word)
