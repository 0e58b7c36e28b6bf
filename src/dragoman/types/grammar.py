"""What the rules must know of a language's order of words and of its function words."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, kw_only=True)
class Grammar:
    """Word order of a language and the words that change what a verb says: folded, verbs as lemmas.

    ``unmarked_passives`` are verbs whose passive is spelled like the active: without an object they are
    passive. ``first_person`` are letters that begin present verbs of "we", ``feminine_endings`` and
    ``plural_endings`` letters that end verbs of a woman and of several, ``parallel`` subordinators that
    open another main clause (while, فيما). ``expected`` are words of what is still to come (المقرر),
    ``unreal_nouns`` and ``lacks`` nouns whose genitive is only thought of (حال) or is not (عدم),
    ``subjunctives`` conjunctions that with a present verb tell no fact, unless ``factive_prepositions`` stand
    before (بعد أن). An infinitive after ``ranking`` words came about (the first to visit), "would" with a
    word of ``hindsight`` is a past (would later visit), a negation before one of ``adding`` denies nothing
    (not only). Behind ``unreal_prepositions`` a gerund tells no fact (against lifting), behind
    ``negative_prepositions`` that it was not so (without signing). ``owned`` things belong to whom a
    preposition of ``belonging`` names (مواقع ل); ``sides`` are nouns that part two rows (من جهة);
    ``content_prepositions`` lead to what is asked for (طالب ب). ``attached`` are people
    who are somebody's and not that somebody, ``members`` parts of a body that act and are addressed for it,
    ``deeds`` what its owner is asked for (seeks Russian *help*), ``shared`` what two do together: talks.
    ``adjuncts`` open a clause, or a gerund whose subject is the main clause's (left after *meeting* him);
    ``addressing`` are verbs whose object is told what follows: told him that.
    What ``doubting_verbs``, ``unreal_nouns`` or ``unreal_adjectives`` say is only thought of (fear that,
    possible that), what ``future_nouns`` name is to come (a plan to), ``doubt_words`` colour a clause
    (perhaps), and after ``barring_verbs`` what "from" names did not happen (barred from leaving).
    ``going`` is a form before what is to come (is going to), ``eras`` are past times with a name (cold
    war), ``ages`` words of dates that count no days (decades), ``reflexives`` objects that are the subject.
    ``tellings`` are things whose day is that of what is said in them (a 1957 speech).
    Behind a verb of ``earlier`` a clause tells what had been (سبق أن), ``memories`` are nouns whose genitive
    is long past (ذكرى), ``conditions`` open what a promise depends on (شرط أن).
    ``beneficiaries`` lead to who is to do what an infinitive tells (pushed *for* Iran to leave).
    ``harming`` verbs have those as objects whom a deed killed or hit (an attack that *killed* ten).
    ``relational`` adjectives say on whose side somebody is (الموالية ل), ``venues`` are houses in which
    others meet (مقر). Whoever owns the ``means`` strikes with them (برصاص الجيش); ``origins`` lead to who
    said or did (صدر عن). Talks behind ``prior`` prepositions are still to come (before his summit).
    ``performing`` verbs have deeds as objects beside the light ones (ارتكب), of ``happening`` ones they are
    the subject (دارت معارك); ``manners`` behind a preposition only say how (بشدة), ``outlets`` are where
    words are published (صفحة), ``bounds`` go with a number (على الأقل), ``after`` leads to what had been.
    ``teams`` are bodies called by who leads them (the Obama administration), ``affiliations`` parties as they
    stand behind names (R-Utah). Words of ``together`` add somebody to
    who acts (along with), and so does whom they were ``joining`` in it (joined her in asking). ``undergone``
    are deeds whose genitive is whom they hit (the killing *of*), ``spared`` those asked for somebody's sake
    (the release *of*). ``aiming`` prepositions lead to whom what is asked for is to hit (sanctions *on*),
    unless it is one of the ``askings`` itself (pressure *on*). ``folk`` are nouns of people and states, of
    whom words of ``examples`` name some (including), or ``notably`` and its like. What one is ``making`` or
    running is no partner (agreed to form a cabinet), nor whoever lives beyond ``frontiers`` unless men are
    ``massing`` there; ``giving`` verbs have two objects (offered them talks); ``compass`` words say where of
    a place (south of). What ``splinters`` from a body is
    not it, its ``divisions`` are. Who does what ``mediating`` participles tell takes no side. What a gerund
    tells behind words of ``refraining`` did not come about (far from condemning). Auxiliaries of the
    ``perfect`` tell what matters today (has), ``trying`` is enough where words are the deed (tried to
    press), on ``provisos`` hangs what is to come (if), ``unreal_ties`` lead from ``unreal_nouns`` to what is
    only thought of (threat *of*), ``certainty`` takes a noun of doubt away (*beyond* doubt).
    What nobody would put into words of ``confirming`` is only supposed (لم يؤكد أن);
    ``amid`` leads to the attack in which somebody died, ``directions`` say where without a preposition,
    ``opponents`` lead to those with whom they fought there. Whom one was ``meeting`` on a journey is told
    where that is called off. Of verbs of ``sending`` no word of a rule is the subject (وجه الجيش رسالة),
    of ``suffering`` it is whom a deed hit (تعرض لهجوم). Behind ``bearings`` stands a goal, and no place of
    the event (باتجاه صنعاء).

    Small words that rules ask for one by one, none where a language has no such word:
    ``infinitives`` stand before an infinitive (to), ``complementizers`` before what is said or thought
    (that), ``possessives`` behind an owner ('s), ``owning`` words between owner and owned ('s, of).
    ``being`` and ``having`` are these verbs, ``becoming`` what says who somebody is (be, become),
    ``passive_gerund`` and ``passive_perfect`` their forms in a passive (being killed, have been killed),
    ``noun_plurals`` letters that end nouns of several. ``foreseen`` tells a future seen from a past or on a
    condition (would), ``backshifted`` what is a plain future behind a past verb of saying (would, 'd).
    ``companions`` lead to who takes part (with), ``partners`` also to who is spoken to (to), ``receiving``
    to who is to get a deed (help *for*), ``towards`` are all that say the same as "to", ``targeting`` leads
    to what is aimed at (fired *at*), ``barring`` to what is kept from happening (*from* leaving),
    ``pursuits`` to what is done together (joined her *in* asking), ``reacting`` to a deed that is felt
    (alarmed *by* them leaving), ``roles`` to what somebody is or does something as, ``comparing`` to a
    measure (more *than*). ``denying`` words before a noun say that there was none (no talks), ``either``
    opens a sentence with a row of what was so (whether it was), at ``debates`` candidates contend.
    ``armed`` has by mode of an assault words, or several, for those who hardly attack otherwise (sniper).
    """

    language: str
    head_first: bool
    verb_first: bool
    relatives: frozenset[str]
    subordinators: frozenset[str]
    coordinators: frozenset[str]
    agent_prepositions: frozenset[str]
    place_prepositions: frozenset[str]
    negations: frozenset[str]
    future_words: frozenset[str]
    future_verbs: frozenset[str]
    hypothetical_words: frozenset[str]
    hypothetical_verbs: frozenset[str]
    conditionals: frozenset[str]
    negative_verbs: frozenset[str]
    light_verbs: frozenset[str]
    reporting_verbs: frozenset[str]
    past_words: frozenset[str]
    anaphoric: frozenset[str]
    first_person: frozenset[str]
    participant_prepositions: frozenset[str]
    light_nouns: frozenset[str]
    implicative_verbs: frozenset[str]
    pairing: frozenset[str]
    quantifiers: frozenset[str]
    genitives: frozenset[str]
    unmarked_passives: frozenset[str] = frozenset()
    feminine_endings: frozenset[str] = frozenset()
    plural_endings: frozenset[str] = frozenset()
    parallel: frozenset[str] = frozenset()
    expected: frozenset[str] = frozenset()
    unreal_nouns: frozenset[str] = frozenset()
    lacks: frozenset[str] = frozenset()
    subjunctives: frozenset[str] = frozenset()
    factive_prepositions: frozenset[str] = frozenset()
    ranking: frozenset[str] = frozenset()
    hindsight: frozenset[str] = frozenset()
    adding: frozenset[str] = frozenset()
    owned: frozenset[str] = frozenset()
    belonging: frozenset[str] = frozenset()
    content_prepositions: frozenset[str] = frozenset()
    relational: frozenset[str] = frozenset()
    venues: frozenset[str] = frozenset()
    sides: frozenset[str] = frozenset()
    unreal_prepositions: frozenset[str] = frozenset()
    negative_prepositions: frozenset[str] = frozenset()
    attached: frozenset[str] = frozenset()
    harming: frozenset[str] = frozenset()
    beneficiaries: frozenset[str] = frozenset()
    members: frozenset[str] = frozenset()
    doubting_verbs: frozenset[str] = frozenset()
    unreal_adjectives: frozenset[str] = frozenset()
    future_nouns: frozenset[str] = frozenset()
    doubt_words: frozenset[str] = frozenset()
    barring_verbs: frozenset[str] = frozenset()
    going: frozenset[str] = frozenset()
    eras: frozenset[str] = frozenset()
    ages: frozenset[str] = frozenset()
    reflexives: frozenset[str] = frozenset()
    tellings: frozenset[str] = frozenset()
    means: frozenset[str] = frozenset()
    origins: frozenset[str] = frozenset()
    deeds: frozenset[str] = frozenset()
    shared: frozenset[str] = frozenset()
    adjuncts: frozenset[str] = frozenset()
    addressing: frozenset[str] = frozenset()
    earlier: frozenset[str] = frozenset()
    memories: frozenset[str] = frozenset()
    conditions: frozenset[str] = frozenset()
    prior: frozenset[str] = frozenset()
    performing: frozenset[str] = frozenset()
    happening: frozenset[str] = frozenset()
    manners: frozenset[str] = frozenset()
    outlets: frozenset[str] = frozenset()
    bounds: frozenset[str] = frozenset()
    after: frozenset[str] = frozenset()
    affiliations: frozenset[str] = frozenset()
    teams: frozenset[str] = frozenset()
    together: frozenset[str] = frozenset()
    examples: frozenset[str] = frozenset()
    notably: frozenset[str] = frozenset()
    splinters: frozenset[str] = frozenset()
    divisions: frozenset[str] = frozenset()
    meeting: frozenset[str] = frozenset()
    joining: frozenset[str] = frozenset()
    undergone: frozenset[str] = frozenset()
    confirming: frozenset[str] = frozenset()
    amid: frozenset[str] = frozenset()
    opponents: frozenset[str] = frozenset()
    sending: frozenset[str] = frozenset()
    suffering: frozenset[str] = frozenset()
    bearings: frozenset[str] = frozenset()
    directions: frozenset[str] = frozenset()
    spared: frozenset[str] = frozenset()
    aiming: frozenset[str] = frozenset()
    askings: frozenset[str] = frozenset()
    folk: frozenset[str] = frozenset()
    making: frozenset[str] = frozenset()
    giving: frozenset[str] = frozenset()
    frontiers: frozenset[str] = frozenset()
    massing: frozenset[str] = frozenset()
    compass: frozenset[str] = frozenset()
    mediating: frozenset[str] = frozenset()
    refraining: frozenset[str] = frozenset()
    perfect: frozenset[str] = frozenset()
    trying: frozenset[str] = frozenset()
    provisos: frozenset[str] = frozenset()
    unreal_ties: frozenset[str] = frozenset()
    certainty: frozenset[str] = frozenset()
    infinitives: frozenset[str] = frozenset()
    complementizers: frozenset[str] = frozenset()
    possessives: frozenset[str] = frozenset()
    owning: frozenset[str] = frozenset()
    being: frozenset[str] = frozenset()
    having: frozenset[str] = frozenset()
    becoming: frozenset[str] = frozenset()
    passive_gerund: frozenset[str] = frozenset()
    passive_perfect: frozenset[str] = frozenset()
    noun_plurals: frozenset[str] = frozenset()
    foreseen: frozenset[str] = frozenset()
    backshifted: frozenset[str] = frozenset()
    companions: frozenset[str] = frozenset()
    partners: frozenset[str] = frozenset()
    receiving: frozenset[str] = frozenset()
    towards: frozenset[str] = frozenset()
    targeting: frozenset[str] = frozenset()
    barring: frozenset[str] = frozenset()
    pursuits: frozenset[str] = frozenset()
    reacting: frozenset[str] = frozenset()
    roles: frozenset[str] = frozenset()
    comparing: frozenset[str] = frozenset()
    denying: frozenset[str] = frozenset()
    either: frozenset[str] = frozenset()
    debates: frozenset[str] = frozenset()
    armed: dict[str, frozenset[str]] = field(default_factory=dict)
