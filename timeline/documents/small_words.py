"""The small and the most newsworthy words of languages: what a text in them can hardly do without. Lower case, by ISO 639-1 code."""

SMALL_WORDS = {
    "en": """the of and to in a is that for it as was with be by on not he his but at are this have from or had an they which were been
        has she who will their said would about when after into more its than there also before under during all out up one two three
        over no some what him them could so if we you i my our your these those other first last new only then where while since until
        between against people police killed least near says say can may did do does her how now off than through very just many most
        such because both each still even being another around without within according monday tuesday wednesday thursday friday
        saturday sunday""",
    "fr": """a le la les de des du et un une est que qui dans pour pas sur au aux avec ce il elle par plus ne se son sa été ont mais ou où
        cette ces leur leurs nous vous ils elles être avoir fait comme après avant entre contre sans sous depuis selon aussi deux trois
        ans lors était sont avait ainsi dont tout tous police ville lundi mardi mercredi jeudi vendredi samedi dimanche""",
    "es": """a el la los las de del y un una es que en por con para no se su al lo como más pero sus le ha o este fue son entre esta desde
        cuando muy sin sobre también hasta hay donde quien todo todos durante uno dos tres años después antes contra según policía
        gobierno ciudad lunes martes miércoles jueves viernes sábado domingo""",
    "de": """der die das und ist von den mit zu im in ein eine einen einem einer für auf nicht sich des dem auch es an als wurde nach bei
        aus sie er war hat haben sind am um vom zum zur über unter vor gegen seit durch noch nur wie oder wenn dass aber werden wird
        wurden sein seine ihre zwei drei nahm polizei regierung stadt während montag dienstag mittwoch donnerstag freitag samstag
        sonntag""",
    "it": """a il lo la gli le di del della dei delle e un una è che in per con non si su al alla come più sono nel nella da dal dalla ha
        anche hanno ma o questo questa dopo prima tra fra contro senza stato stata era due tre anni polizia governo città lunedì martedì
        mercoledì giovedì venerdì sabato domenica""",
    "pt": """o a os as de do da dos das e um uma é que em no na nos nas por com para não se ao aos mais como foi são pelo pela sua seu
        mas ou foram entre também até quando muito sem sobre depois antes contra anos dois três já há era polícia governo cidade
        segunda-feira terça-feira quarta-feira quinta-feira sexta-feira sábado domingo vão""",
    "nl": """de het een en van is dat in op te zijn met voor niet aan er om ook als bij door naar uit maar wordt werd heeft hebben had
        over tegen tot na onder tussen sinds nog geen deze dit die hij zij ze wij worden werden twee drie politie regering stad terwijl
        maandag dinsdag woensdag donderdag vrijdag zaterdag zondag""",
    "sv": """och att det som en på är av för med den till inte har de ett om var jag från men vid så kan efter under mot han hon vi ska
        polisen måndag tisdag onsdag torsdag fredag lördag söndag""",
    "da": """og at det som en på er av af for med den til ikke har de et om var jeg fra men ved så kan etter efter under mot mod han hun
        vi skal politiet mandag tirsdag onsdag torsdag fredag lørdag søndag""",
    "pl": """i w na z do się nie że to jest o jak od za po przez oraz był dla ale już są była który która które przed nad pod między
        poniedziałek wtorek środę czwartek piątek sobotę niedzielę""",
    "ro": """și în de la cu pe un o din este sunt care nu pentru că fost mai ca după au ale sau lui luni marți miercuri joi vineri""",
    "tr": """ve bir bu da de için ile olarak çok daha olan gibi en kadar sonra ama ne var göre oldu dedi polis pazartesi salı çarşamba
        perşembe cuma""",
    "id": """yang dan di itu dengan untuk tidak ini dari dalam akan pada juga ke karena ada oleh telah mereka orang tahun kota polisi
        senin selasa rabu kamis jumat""",
    "tl": """ang ng sa na mga ay at ni si nang para ito siya hindi kung may nila kay ko pa rin""",
    "vi": """và của là có trong được cho với các một những không người đã này từ khi ngày""",
    "so": """iyo oo ka ku waa in ay ee la uu kale soo inay waxa waxaa dowladda""",
    "sw": """na ya wa kwa ni katika za la kuwa hii hiyo kama pia baada lakini kutoka kwamba watu rais siku polisi serikali nchi nchini
        mwaka wakati cha vya yake wake hadi kabla kuhusu mjini jijini tatu watatu mbele alisema jumatatu jumanne jumatano alhamisi
        ijumaa jumamosi jumapili""",
    "ht": """nan ak pou yo se ki li te gen nou pa sou sa yon ke pral moun lapolis peyi anpil tout fè ap an la vil twa de apre avan
        devan plizyè lendi madi mèkredi jedi vandredi samdi dimanch""",
}
"""Words that languages share stand under each of them; they weigh the less, the more languages have them."""

PARTICLES = frozenset("de la los las del di da do dos das du des van der den von y e i le les el al bin ben und et".split())
"""Small words that also stand inside names, as in "Rio de Janeiro"."""

NAMES = {
    "fr": "French", "es": "Spanish", "de": "German", "it": "Italian", "pt": "Portuguese", "nl": "Dutch", "sv": "Swedish",
    "da": "Danish or Norwegian", "pl": "Polish", "ro": "Romanian", "tr": "Turkish", "id": "Indonesian or Malay", "tl": "Tagalog",
    "vi": "Vietnamese", "so": "Somali", "sw": "Swahili", "ht": "Haitian Creole", "ja": "Japanese", "ko": "Korean", "zh": "Chinese",
    "ru": "Russian", "uk": "Ukrainian", "bg": "Bulgarian", "ar": "Arabic", "fa": "Persian", "ur": "Urdu", "he": "Hebrew", "hi": "Hindi",
    "bn": "Bengali", "ta": "Tamil", "am": "Amharic", "ka": "Georgian", "hy": "Armenian", "my": "Burmese", "km": "Khmer", "th": "Thai",
    "el": "Greek", "und": "a language other than English",
}  # fmt: skip
