// What stands before a full stop that ends no sentence, without the stop, in lower case: English first, then the
// languages of the European Union most often met.

/** Titles and references: a name or another word follows. */
const always = new Set(
  `dr mr mrs ms messrs prof rev hon gov sen rep gen col lt capt sgt st mt mme mlle mm me m sr sra srta dott ing avv sig
   dipl hr fr frau herr dhr mevr e.g i.e eg ie cf viz vs v approx ca c.f z.b d.h u.a i.d.r bzw vgl sog inkl bspw o.g
   p.ex par.ex c.-à-d c-à-d p.ej ej es ad.es bijv d.w.z m.b.t o.a t.ex bl.a f.eks bl.a esim tzv např m.in np tj tzn
   incl excl esp resp jan feb mar apr jun jul aug sep sept oct nov dec dept univ assn attn`.split(/\s+/),
)

/** Only where a number follows: “No. 5”, but “No. We refuse.” */
const beforeNumber = new Set(
  `no nos nr nrn num núm n art arts article sec sect secs § ch chap cl para paras par abs ziff p pp pg pag pág s ss f ff vol
   vols fig figs tab ex eq ref reg regs doc ver v ed lit lett inc punt pt pts al kap str č čl ust bod`.split(
    /\s+/,
  ),
)

const last = /(?:^|[\s(["'“„«])((?:[\p{L}§][\p{L}\p{M}-]*\.)*[\p{L}§][\p{L}\p{M}-]*)\.$/u
const initial = /^\p{Lu}$/u
const country = /^(?:\p{Lu}\.)+\p{Lu}$/u
/** Words that begin a sentence after “the U.S.” rather than go on with it. */
const opener =
  /^\s*(?:The|This|These|That|It|We|I|They|He|She|In|If|As|But|And|For|There|Our|You|Please|However)\b/
const opensWithNumber = /^[\s(["'“„«]*(?:\p{N}|[IVXLC]+\b)/u

/** So far back a word that ends with a stop is looked for. */
const BACK = 40

/**
 * Whether a full stop before a place ends an abbreviation and no sentence.
 * @param before what ends with the stop @param following what comes next
 */
export function isAbbreviated(before: string, following: string): boolean {
  const word = last.exec(before.slice(-BACK).trimEnd())?.[1]
  if (word === undefined) return false
  const plain = word.toLowerCase()
  if (always.has(plain) || initial.test(word)) return true
  if (country.test(word)) return !opener.test(following)
  return beforeNumber.has(plain) && opensWithNumber.test(following.slice(0, BACK))
}
