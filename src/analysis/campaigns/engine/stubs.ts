/** Words that point to something else, by how they begin; a text that only points holds at least one. */
const pointing =
  /^(?:attach|enclos|annex(?:ed)?$|append|uploaded$|pièces?-joint|ci-joint|jointes?$|annexes?$|anbei|anhang|anlage|beigefügt|angehängt|adjunt|adjuntad|anex|allegat|bijlage|bijgevoegd|bijgaand|załącz|bilag|bilaga|bifogad|liite|příloh|príloh|csatol|anexat|приложен|прилага|συνημμέν|מצורף|مرفق|vedhæft|vedlegg|vedlagt|liittee|附件|添付|첨부|附上)/

/** The same anywhere in a text: a quick look that passes nearly all of them. */
const somewhere = new RegExp(pointing.source.slice(1).replaceAll('$', ''), 'u')

/** Words that sentences around such a word are made of, in the languages most often met; none says anything by itself. */
const around = new Set(
  `a an and are as at be been below by can comment comments consider considered consideration contain contains content
   copy dear details document documents docs docx file files find following for from full further have here hereby
   hereto herein herewith behalf i in included information input is it its kindly letter look me more my note of official on
   or our ours page pages pdf please pls plz provided refer reference regards regarding response review same see sent
   sir sincerely statement submission submit submitted submitting submits such thank thanks the
   their them these this those through to under us view was we were will with word written you your
   veuillez trouver voir le la les l notre nos mon mes fichier fichiers document documents dans en de des du au aux
   merci commentaires commentaire contribution réponse
   siehe bitte finden sie in der die das den dem unsere unser meine mein stellungnahme datei dateien im zu zum vielen dank
   ver vea véase por favor el los las archivo archivos nuestro nuestros nuestra comentarios comentario gracias documento
   documentos vedi vedere si prega di il lo gli nostro nostri file documento commenti grazie
   zie het ons onze bestand bestanden opmerkingen dank u
   veja por o os as nosso arquivo ficheiro obrigado proszę zobacz plik w pliku`.split(/\s+/),
)

/** A text longer than this says something, even where it points too. */
const MOST_WORDS = 40
/** So many words may say who sends it, or which docket it is about. */
const MOST_OTHERS = 4

const words = /[\p{L}\p{M}\p{N}_-]+/gu

/**
 * Whether a text only points elsewhere ("Please see the attached file"), so that its substance is not in it.
 * @param text as `plainly` gives it
 * @param written the same as it was written
 */
export function pointsElsewhere(text: string, written: string = text): boolean {
  if (text.length > MOST_WORDS * 20 || !somewhere.test(text)) return false
  const all = text.match(words) ?? []
  if (all.length > MOST_WORDS || !all.some((word) => pointing.test(word))) return false
  const others = all.filter((word) => !pointing.test(word) && !around.has(word))
  const names = namesIn(written)
  const saying = others.filter((word) => !names.has(word))
  return saying.length <= MOST_OTHERS && others.length <= all.length / 2
}

const capital = /(?<=[^.!?:\s]\s{1,3})\p{Lu}\p{Ll}[\p{L}\p{M}\p{N}_-]*/gu

/** Words with a capital inside a sentence: of a person, an organisation or a place. */
function namesIn(text: string): ReadonlySet<string> {
  const found = text.slice(0, MOST_WORDS * 40).match(capital) ?? []
  return new Set(found.map((name) => name.normalize('NFC').toLowerCase()))
}
