"""Words that keep their full stop, by what may follow them. All in lower case, without the stop."""

TITLES = frozenset(
    """adj adm amb atty brig capt cdr cmdr col comdr cpl det dr drs ens esq fr gen gens gov govs hon insp lt lieut maj messrs mlle mme
    mr mrs ms msgr mt mx pfc pres prof pte rep reps rev revd rt sen sens sgt sr sra srta ssgt st ste supt sec vs v
    fig figs eq ref refs e.g i.e vol vols pp ed eds op ch art arts approx attn cf viz ca ald cllr asst p.s a.k.a f.k.a""".split()
)
"""Never the end of a sentence: a name, a number or a reference follows."""

ALWAYS = frozenset(
    """jr bros corp inc ltd llc plc dept univ assn intl natl govt
    jan feb apr aug sept oct nov dec tues thurs
    ala ariz calif colo conn fla ind kan ky mich minn mont neb nev okla penn penna tenn tex va vt wis wyo
    ave blvd rd hwy pkwy etc al est eg ie dist mgr assoc bldg apt ret ext hrs mins yrs
    alta sask ont que""".split()
)
"""Always with the stop; may stand at the end of a sentence."""

UNSURE = frozenset(
    """no nos co mass miss wash ore ill ga la md me mo pa del ark sun mon wed thu thur fri sat mar jun jul tue ft min max
    hr yr lb lbs oz sq tel fax st sec gal cal ok in p pt pts n s e w b c d a m nat par para paras""".split()
)
"""Also words of their own: with the stop only where what stands around says so."""

NUMBERED = frozenset("no nos p pt c para paras".split())
"""Of these, those that only a number makes abbreviations."""

OFTEN = frozenset("Ft Mon Tue Wed Thu Thur Fri".split())
"""Of these, those that are abbreviations wherever they have a capital."""

MAY_END = frozenset({"u.s", "u.k", "u.n", "e.u", "d.c", "a.m", "p.m", "b.c", "a.d", "l.a", "n.y", "ph.d", "m.d", "b.a", "m.a"})

STARTERS = frozenset(
    """the a an this that these those he she it they we you i his her its their our my there here what who when where why how which
    in on at by for from with without after before during since until while as if although though because but and or so yet nor
    however meanwhile also then now later earlier yesterday today tomorrow some many most several both each every all none one two
    three no not only even still moreover instead nevertheless nonetheless thus therefore hence according despite unlike like
    another other others such once under over between among through against about around along across is are was were do does did
    has have had can could will would should may might must to of than just perhaps maybe about nobody everyone someone
    anyone nothing everything something local state officials police witnesses critics""".split()
)
"""Words that, with a capital, begin a sentence more often than they go on with one."""
