/** What a sentence may say about a proposal, as words show it; the names are those of the codebook’s positions. */
export type CuedPosition = 'support' | 'support-with-condition' | 'oppose' | 'question'

export interface Lexicon {
  support: RegExp
  oppose: RegExp
  /** Words that hold a support to something: “provided that”. */
  condition: RegExp
  /** Words that turn the cue after them round, within a few words. */
  negation: RegExp
  question: RegExp
}

const en: Lexicon = {
  support:
    /\b(?:(?:strongly |fully |wholeheartedly |generally |broadly )?(?:support|endorse|welcome|applaud|commend|favou?r|approve of|agree with|back)(?:s|ed)?|(?:am|are|is) (?:in favou?r|supportive) of|in (?:full )?support of|in favou?r of|agrees? (?:with|that)|urge (?:you|the \w+) to (?:adopt|finali[sz]e|approve|pass))\b/giu,
  oppose:
    /\b(?:(?:strongly |firmly |vehemently )?(?:oppose[sd]?|object(?:s|ed)? to|reject(?:s|ed)?|disagree[sd]? with|condemn(?:s|ed)?)|(?:am|are|is) (?:opposed to|against)|in opposition to|urge (?:you|the \w+) (?:to (?:reject|withdraw|rescind)|not to)|should (?:be|not be) (?:withdrawn|rescinded|rejected|adopted|finali[sz]ed)|vote no)\b/giu,
  condition:
    /\b(?:provided(?: that)?|as long as|so long as|on (?:the )?condition that|only if|if and only if|subject to|with the (?:following )?(?:caveat|condition|proviso)|unless|but only|with (?:some |certain |minor )?(?:changes|amendments|modifications|reservations)|in principle|with one exception)\b/giu,
  negation:
    /\b(?:not|never|no longer|cannot|can't|don't|doesn't|do not|does not|didn't|won't|wouldn't|neither|nor|hardly)\b/giu,
  question:
    /^(?:what|how|why|when|where|who|which|will|would|could|can|does|do|is|are|has|have|should)\b.*\?/iu,
}

const fr: Lexicon = {
  support:
    /(?<!\p{L})(?:(?:soutien[st]?|soutenons|soutenir|soutiennent|approuv(?:e|ons|ent|er)|salu(?:e|ons|ent)|appuy(?:ons|er)|appuient?|accueill(?:e|ons|ent) (?:favorablement|avec)|partag(?:e|eons|ent) (?:l’avis|le point de vue))|(?:favorables?|pour) (?:à|au|aux) (?:cette |ce )?(?:projet|proposition|mesure|texte|règlement|initiative)|(?:suis|sommes|est|sont) (?:tout à fait |très )?favorables?|en faveur d|(?:suis|sommes) d’accord)(?!\p{L})/giu,
  oppose:
    /(?<!\p{L})(?:m’oppose|nous opposons|s’oppos(?:e|ent)|(?:suis|sommes|est|sont) (?:totalement |fermement |tout à fait )?(?:contre|opposée?s?|défavorables?|hostiles?)|rejet(?:te|ons|tent)|refus(?:e|ons|ent)|désapprouv(?:e|ons|ent)|conteste|contestons|(?:doit|devrait) être (?:retirée?|rejetée?|abandonnée?))(?!\p{L})/giu,
  condition:
    /(?<!\p{L})(?:à (?:la )?condition (?:que|de|qu’)|pourvu qu[e’]|sous réserve|pour autant qu[e’]|à moins qu[e’]|uniquement si|seulement si|dès lors que|tant que|en principe|avec (?:des|quelques|certaines) (?:réserves|modifications))(?!\p{L})/giu,
  negation: /(?<!\p{L})(?:ne|n’|pas|jamais|aucunement|nullement|ni)(?!\p{L})/giu,
  question: /\?\s*[»"”]?\s*$/u,
}

const lexicons: Readonly<Record<string, Lexicon>> = { en, fr }

/** @param language an ISO 639-1 code */
export const lexiconOf = (language: string): Lexicon | undefined => lexicons[language]
