"""Verbs that tell somebody's words."""

VERBS = frozenset(
    """say tell add ask reply answer explain note warn insist argue claim state declare announce report write tweet post confirm deny
    admit acknowledge stress emphasize emphasise recall remember remark comment observe suggest continue conclude complain joke shout
    cry whisper exclaim vow pledge promise urge demand caution assert contend maintain allege reveal disclose quote read testify
    think believe wonder respond retort predict concede boast lament muse quip caption agree object protest counter""".split()
)
"""Lemmas."""

FORMS = frozenset(
    """said says say saying told tells added adds asked asks replied replies answered answers explained explains noted notes warned
    warns insisted insists argued argues claimed claims stated states declared declares announced announces wrote writes tweeted
    posted confirmed confirms denied admitted admits acknowledged recalled recalls remarked commented observed continued continues
    concluded complained joked shouted shouts cried cries whispered exclaimed vowed urged demanded asserted wondered responded
    responds retorted lamented quipped""".split()
)
"""Written forms that follow or precede a quotation."""
