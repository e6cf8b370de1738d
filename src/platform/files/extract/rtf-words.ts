const list = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/))

/** Groups that begin with one of these hold no text of the document's body. */
export const passedOver = list(
  `fonttbl colortbl stylesheet info filetbl listtable listoverridetable revtbl rsidtbl generator xmlnstbl themedata
  header headerl headerr headerf footer footerl footerr footerf ftnsep ftnsepc ftncn aftnsep aftnsepc aftncn
  fldinst datafield formfield bkmkstart bkmkend xe tc txe rxe pict objdata objclass nonshppict shprslt sp
  listtext pntext pntxta pntxtb atnid atnauthor atnref atntime atndate atnicn atnparent annotation docvar userprops
  nextfile template background mmathPict`,
)

/** Groups that a reader may pass over if it does not know them, and that hold text or lead to it. */
export const entered = list('shpinst shppict ud do moMath moMathPara footnote fldrslt')

export const paragraphEnds = list('par sect page column cell row nestcell nestrow')

export const characters: ReadonlyMap<string, string> = new Map(
  Object.entries({
    tab: '\t',
    emdash: '—',
    endash: '–',
    lquote: '‘',
    rquote: '’',
    ldblquote: '“',
    rdblquote: '”',
    bullet: '•',
    emspace: '\u2003',
    enspace: '\u2002',
    qmspace: '\u2005',
    zwj: '\u200d',
    zwnj: '\u200c',
    ltrmark: '\u200e',
    rtlmark: '\u200f',
  }),
)

export const symbols: ReadonlyMap<string, string> = new Map(
  Object.entries({
    '~': '\u00a0',
    _: '\u2011',
    '\\': '\\',
    '{': '{',
    '}': '}',
    '\t': '\t',
  }),
)
