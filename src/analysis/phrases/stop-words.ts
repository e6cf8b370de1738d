// Words that carry a sentence and say nothing by themselves, in the languages most often met: articles, prepositions,
// pronouns, auxiliaries. What a language lacks here is found by how short and how common it is.
const lists: Record<string, string> = {
  en: `about above after again against all also am an and another any are as at be because been before being below between
    both but by can cannot could did do does doing don down during each either else etc even ever every few for from further
    get gets had has have having he her here hers herself him himself his how however if in into is it its itself just let
    like ll made make makes making many may me might more most much must my myself need needs no nor not now of off on once
    one only onto or other others our ours ourselves out over own per please re same shall she should since so some such than
    that the their theirs them themselves then there therefore these they this those through thus to too toward towards two
    under until up upon us use used uses using ve very via was way we well were what when where whether which while who whom
    whose why will with within without would yet you your yours yourself dear sir madam thank thanks hello regards sincerely
    really think want believe know good great new first following see example able already always based become different
    going important including instead less less lot often own part possible rather still attached attachment feedback take taken things today want years`,
  fr: `afin ai ainsi alors après au aucun aucune aujourd auquel aussi autre autres aux avant avec avoir car ce ceci cela celle
    celles celui cependant ces cet cette ceux chaque chez comme comment contre dans de depuis des doit doivent donc dont du elle
    elles en encore entre est et être eux fait faire faut hui il ils je jusqu la laquelle le lequel les lesquelles lesquels leur
    leurs lors lorsque lui ma mais me même mêmes mes moi moins mon ne ni nos notre nous on ont ou où par parce pas peu peut
    peuvent plus plusieurs pour pourquoi pourrait près puis puisque qu quand que quel quelle quelles quels qui quoi sa sans se
    selon sera seraient serait ses si soit son sont sous sur ta tandis te tels telle telles tel tous tout toute toutes très tu un
    une vers via voici voilà vos votre vous été était étaient étant bonjour merci madame monsieur bien etc permet avoir ont`,
  de: `aber alle allem allen aller alles als also am an andere anderen anderer anderes auch auf aus bei beim bereits bis bitte da
    dabei dadurch dafür daher damit dann daran darauf das dass dazu dem den denen denn der deren des dessen die dies diese diesem
    diesen dieser dieses doch dort durch ein eine einem einen einer eines einige er erst es etwa etwas euch für gegen gibt haben
    hat hatte hier hin hinter ich ihm ihn ihnen ihr ihre ihrem ihren ihrer im immer in ins ist ja jede jedem jeden jeder jedes
    jedoch kann kein keine keinen können könnte könnten man mehr mein meine mit muss müssen nach nicht nichts noch nun nur ob oder
    ohne schon sehr sein seine seinen seiner seit selbst sich sie sind so sobald solche solchen soll sollen sollte sollten sondern
    sowie sowohl über um und uns unser unsere unseren unter viel viele vielen vom von vor war waren warum was weil weiter welche
    welcher wenn werden wer wie wieder will wir wird wo wollen worden wurde wurden würde würden zu zum zur zwischen bzw z.b`,
  es: `a al algo algunas algunos ante antes así aunque bajo bien cada como con contra cual cuales cuando de debe deben del desde
    donde dos durante e el ella ellas ellos en entre era eran es esa esas ese eso esos esta estas está están este esto estos fue
    fueron ha hacer hacia han hasta hay la las le les lo los más me mi mis mismo mucho muy nada ni no nos nosotros nuestra nuestras
    nuestro nuestros o os otra otras otro otros para pero poco por porque pueda puede pueden pues que quien quienes se sea sean ser
    si sí sido sin sobre solo son su sus también tan tanto te tener tiene tienen todo toda todas todos tras tu un una unas uno unos
    y ya yo`,
  it: `a ad agli ai al alla alle allo anche ancora avere che chi ci come con contro così cui da dagli dai dal dalla dalle dallo
    degli dei del dell della delle dello deve devono di dopo dove due e è ed era erano essere fa fare fra gli ha hanno ho i il in io
    l la le lei li lo loro lui ma me meno mi mia mio molto ne né negli nei nel nell nella nelle nello noi non nostra nostro o ogni
    oltre per perché però più poi può possono prima quale quali quando quanto quella quelle quelli quello questa queste questi
    questo qui quindi sarebbe se sempre senza si sia siamo siano solo sono sta stata stato sua sue sugli sui sul sulla sulle suo
    suoi tra tramite tutte tutti tutto un una uno verso vi`,
  nl: `aan al alle alleen als altijd andere ben bij binnen dan dat de deze die dit doen door dus een eens en er ervan het hier hij
    hoe hun ik in is ja je kan kunnen maar me meer men met mijn moet moeten na naar niet nog nu of om omdat onder ons onze ook op
    over te tegen tot tussen u uit uw van veel voor vooral waar waarom wanneer want waren was wat we wel werd wie wij wil worden
    wordt zal ze zeer zelf zich zij zijn zo zoals zodat zonder zou zouden`,
  pt: `a ao aos as às até com como da das de dela dele deles deve devem do dos e é ela elas ele eles em entre era essa essas esse
    esses esta estas está estão este estes eu foi foram há isso isto já lhe mais mas me mesmo meu minha muito na não nas nem no nos
    nós nossa nosso num numa o os ou para pela pelas pelo pelos por porque pode podem qual quando que quem são se seja sem ser seu
    seus só sobre sua suas também tem têm ter todo todos tudo um uma umas uns`,
  pl: `aby ale ani bardzo bez będzie być był była było były bo by co czy dla do gdy gdzie go i ich im innych ja jak jako je jednak jego
    jej jest jeszcze jeśli już każdy kiedy która które którego której który których którzy ma mają może można na nad nam nas nasz nie
    nich nim niż o od oraz po pod poprzez ponieważ powinien powinna powinno powinny przed przez przy się są również ta tak także tam te
    tego tej ten to tych tylko tym tym w we więc wszystkich wszystkie z za ze że`,
  sv: `all alla allt att av bara blir de dem den denna deras dess dessa det detta dig din du där efter eller en ett från för genom ha
    han har hon hur här i icke in ingen inte jag kan kommer man med mellan men mer mot mycket måste ni nu när någon något några och
    också om oss på samma sig sin sina ska skall skulle som så till under upp ut utan vad var vara vi vid vilka vilken än är även`,
  da: `af alle alt at blev blive bliver da de dem den denne der deres det dette dig din disse du efter eller en end er et for fra få
    han hans har havde hende her hos hun hvad hvis hvor i ikke ind ingen jeg kan kun kunne lige man mange med meget mellem men mere
    mig min må ned nogen noget nogle nu når og også om op os over på samt selv sig sin skal skulle som så til ud uden under var ved vi
    vil ville være været`,
  fi: `ei eivät ehkä että he hän itse ja jo jos joka jotka jossa jota joten juuri kaikki kanssa koska kuin kuitenkin kun kuten me mikä
    minä mitä mukaan mutta myös ne niiden niin nyt näin nämä olla oli olisi on ovat pitää se sekä sen siinä sitä tai tulee tulisi tämä
    tämän tässä tätä vaan vain vielä voi voidaan`,
  cs: `a aby aj ale ani až bez bude budou by být byl byla bylo byly co což do i ich já jak jako je jeho jej její jejich jen ještě již
    jsem jsme jsou k kde když která které který kteří ke má mají mezi mohou může musí na nad nebo než ní o od po pod podle pro proto
    protože před při s se si tak také tato ten tento the to toho tom tím u už v ve však z za ze že`,
  ro: `a acest această aceste acestea acestor al ale am ar are asupra au ca care ce cei cel cele cu că către dar de deci decât din doar
    după e este eu fi fie fiind fost fără iar în îi îl își la le lor lui mai mult ne nici nu nostru o or pe pentru poate prin sa sau
    se si și spre sub sunt să te toate tot trebuie un una unei unui unor va vor`,
  hu: `a abban ahhoz akkor alatt által általában amely amelyek ami amit annak arra az azért azok azon azt be csak de e egy egyéb
    egyes egyik el en és ez ezek ezen ezt fel ha hanem hogy hogyan illetve is ill ison itt kell ki le lehet legyen lesz lett ma már
    majd meg mert mely mi mind minden mint míg most nagyon ne nem nincs olyan ott pedig s saját sem sok számára szerint során tehát
    úgy új vagy vagyok valamint van vannak való volt volna`,
  el: `αλλά αν από αυτά αυτές αυτή αυτό αυτοί αυτός για δεν είναι είτε εκεί ένα έναν ένας έχει έχουν ή η θα και κατά κάθε με μέσα μετά
    μη μια μας μόνο να ο οι όμως όπως όπου όταν ότι όχι πιο πολύ που πρέπει προς πριν πως σας σε στα στη στην στις στο στον στους τα
    τη την της τι τις το τον του τους των ως`,
  bg: `а ако ала бе без беше би бил била били бъде бъдат в вас ви във все всички всяка всеки във го да дали до докато дори е едва един
    една едно за защо и из или им има имат как какво както като кога когато което които кой който която към ли ми много може могат му
    на над най не него неговата нещо ни ние нито но някои обаче от по под поради при с са се сега си след също със само така такива
    тази те тези този това той то толкова тук тя тях чрез че ще я`,
  sk: `a aby aj ako ale alebo ani asi až bez bol bola bolo boli by byť cez čo do ho i iba ich je jeho jej k kde keď ktorá ktoré ktorý
    ktorí má majú medzi môže môžu musí na nad než nie o od po pod podľa pre preto pretože pri s sa si so sú tak také táto ten tento to
    toho tým u už v vo však z za zo že`,
}

const none: ReadonlySet<string> = new Set()
const sets = new Map(Object.entries(lists).map(([code, words]) => [code, new Set(words.split(/\s+/))]))

/** @param language an ISO 639-1 code @returns lower-case words; none where there is no list */
export const stopWordsOf = (language: string): ReadonlySet<string> => sets.get(language) ?? none
