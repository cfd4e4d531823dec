"""English: danger and accusations are stopped, ordinary matters understood well enough to be passed on."""

from functools import cache

import pytest

from bot.learnt import load_model
from petitions.data import load_gate_rules, load_openings, load_programme
from petitions.eligibility import Missing, missing
from petitions.gate import Gate, GateRules, screen
from petitions.kinds import Field, Kind
from petitions.openings import Opening
from petitions.programme import Programme
from petitions.routing import propose


@cache
def gate() -> GateRules:
    return load_gate_rules()


@cache
def programme() -> Programme:
    return load_programme("cau_giay_ward_2025")


def stopped_by(text: str) -> Gate | None:
    verdict = screen([text], gate(), load_model())
    return verdict.gate if verdict else None


@pytest.mark.parametrize(
    ("number", "text"),
    [
        ("114", "There is a fire and the building is collapsing, people are trapped"),
        ("114", "Help! My kitchen is on fire"),
        ("114", "The house next door is burning"),
        ("114", "help! fire in my house"),
        ("114", "there is smoke coming from the apartment next door"),
        ("114", "I can smell gas in the whole staircase"),
        ("114", "gas leak on the third floor please hurry"),
        ("114", "a child is drowning in the lake"),
        ("114", "We're stuck in the elevator, nobody answers"),
        ("113", "A man is beating his wife in the street"),
        ("113", "my neighbour is being beaten right now"),
        ("113", "somebody with a knife is at the school gate"),
        ("113", "My son is missing since this morning"),
        ("115", "Somebody was stabbed at the market, he is bleeding"),
        ("115", "A worker got an electric shock and lies there"),
        ("115", "The old man can't breathe"),
        ("115", "I want to die"),
        ("114", "there are sparks coming out of the power pole"),
        ("114", "Sparks are flying from the transformer at alley 20"),
        ("115", "a car accident just happened"),
        ("115", "I just saw a motorbike crash"),
    ],
)
def test_danger_in_english_brings_the_numbers_and_first_the_one_that_helps(number: str, text: str) -> None:
    assert stopped_by(text) is Gate.EMERGENCY
    assert gate().helping([text])[0] == number


@pytest.mark.parametrize(
    "text",
    [
        "The ward vice chairman took a bribe of 5 million from my neighbour",
        "The land officer demanded 10 million to sign my papers",
        "I had to pay 2 million to the clerk to get the certificate",
        "The police officer slapped me at the station",
        "Our group leader stole money from the relief fund",
        "The accountant of the ward embezzled public money",
        "corrupt officials in the ward",
        "The inspector extorted the stall holders",
        "The chairman should be dismissed",
    ],
)
def test_an_accusation_in_english_is_stopped(text: str) -> None:
    assert stopped_by(text) is Gate.DENUNCIATION


@pytest.mark.parametrize(
    "text",
    [
        "I was fired from my job and got no insurance",
        "The fire extinguisher is missing on the 5th floor",
        "There is no fire alarm in our building",
        "The fire doors in our building do not close",
        "The shop was on fire last year and the wall is still black",
        "Last year there was a fire here, please check the wires",
        "There was a car accident last week at this crossing",
        "There were sparks from the power pole last month",
        "There are often accidents at this crossing",
        "The old house could catch fire, the wires are a mess",
        "The house next door is burning rubbish again",
        "People burn rubbish every evening in alley 20",
        "We are stuck in traffic every morning",
        "There is a risk of electric shock from the open cable box",
        "The swimming pool should teach drowning prevention",
        "Please ask the police to patrol at night",
        "The ward should do more against corruption",
        "I paid the fee of 50000 dong to the officer and got the paper, thank you",
        "The street light in front of my house is broken",
        "The officer at the one-stop desk was rude",
        "How do I report bad service?",
        "When will the officials answer my petition?",
    ],
)
def test_what_only_looks_like_danger_or_accusation_in_english_passes(text: str) -> None:
    assert stopped_by(text) is None


@pytest.mark.parametrize(
    ("field", "text"),
    [
        (Field.CS, "A street light is broken at 15 Trần Thái Tông for two weeks"),
        (Field.VSMT, "Rubbish is piling up on the corner of alley 20 every day"),
        (Field.ONAO, "The karaoke bar is so loud at night, we cannot sleep"),
        (Field.GT, "There are potholes on the road near the school"),
        (Field.VHLD, "The pavement is blocked by parked motorbikes"),
        (Field.VHLD, "The pavement at 12 Tran Thai Tong is broken for a month"),
        (Field.GT, "There are potholes at 12 Tran Thai Tong"),
        (Field.NS, "No water since yesterday in our building"),
        (Field.TN, "The drain in alley 5 floods when it rains"),
        (Field.DIEN, "The power lines hang low in lane 7"),
        (Field.TTXD, "My neighbour builds without a permit"),
        (Field.TTHC, "The officer at the one-stop desk was rude"),
        (Field.PCCC, "The fire extinguisher is missing on the 5th floor"),
        (Field.CCTT, "The lift in our apartment block is broken"),
    ],
)
def test_a_report_in_english_has_its_field(field: Field, text: str) -> None:
    assert propose(text, programme(), load_model()).field is field


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("A street light is broken at 15 Trần Thái Tông for two weeks", set()),
        ("A street light in front of my house is out since last week", set()),
        ("The drain in alley 5 floods when it rains", set()),
        ("The karaoke bar is so loud every night", {Missing.PLACE}),
        ("There are potholes on the road near the school", {Missing.TIME}),
        ("The street lights are broken", {Missing.PLACE, Missing.TIME}),
    ],
)
def test_place_and_time_are_heard_in_english(text: str, what: set[Missing]) -> None:
    found = propose(text, programme(), load_model())
    assert set(missing(found.kind, found.told)) == {Missing.LANGUAGE, *what}


@pytest.mark.parametrize(
    ("opening", "text"),
    [
        (Opening.STATUS, "Can you tell me when the light is repaired?"),
        (Opening.STATUS, "Where is my petition?"),
        (Opening.STATUS, "Any news?"),
        (Opening.STATUS, "Has my report been answered?"),
        (Opening.GREETING, "good morning"),
        (Opening.GREETING, "How are you?"),
        (Opening.THANKS, "Thank you very much"),
        (Opening.ASSENT, "I see"),
        (None, "The light is broken"),
        (None, "When will the light in alley 5 be fixed?"),
        (None, "Hello, there is rubbish everywhere in alley 20"),
    ],
)
def test_questions_and_greetings_in_english_are_told_from_matters(opening: Opening | None, text: str) -> None:
    assert load_openings().of(text) is opening


@pytest.mark.parametrize(
    ("door", "text"),
    [
        (Gate.PROCEDURE, "How do I register temporary residence for my daughter?"),
        (Gate.PROCEDURE, "What papers do I need to apply for a birth certificate?"),
        (Gate.PROCEDURE, "Which documents are required for a marriage certificate"),
        (Gate.PROCEDURE, "Where can I get my diploma notarised?"),
        (Gate.PROCEDURE, "How can I renew my identity card?"),
        (Gate.PROCEDURE, "Where do I apply for a red book?"),
        (Gate.PROCEDURE, "What is the procedure to open a household business?"),
        (Gate.PROCEDURE, "Do I need a permit to add a floor to my house?"),
        (Gate.PROCEDURE, "I would like to register the birth of my son"),
        (Gate.PROCEDURE, "I need a copy of my marriage certificate"),
        (Gate.PROCEDURE, "How do I change the address on my ID card?"),
        (Gate.PROCEDURE, "Which office issues a marriage certificate?"),
        (Gate.PROCEDURE, "What time does the one-stop desk open?"),
        (Gate.PROCEDURE, "May I ask about the procedure for a building permit"),
        (Gate.PROCEDURE, "Please tell me the documents needed for temporary residence"),
        (Gate.PROCEDURE, "Is it possible to get my papers certified at the ward?"),
        (Gate.PROCEDURE, "I want to apply for the allowance for my disabled mother"),
        (Gate.MEDIATION, "My neighbour and I have a dispute over the boundary wall between our houses"),
        (Gate.MEDIATION, "We are arguing with our neighbors about the fence"),
        (Gate.MEDIATION, "The family next door has encroached on my land by 20 cm"),
        (Gate.MEDIATION, "Water leaks from my upstairs neighbour into our ceiling"),
        (Gate.MEDIATION, "My neighbour has blocked our shared passage"),
        (Gate.MEDIATION, "My brothers and I cannot agree how to divide the inheritance"),
        (Gate.MEDIATION, "My neighbour borrowed 20 million and refuses to pay it back"),
        (Gate.MEDIATION, "The household opposite has taken 30 cm of my land"),
        (Gate.MEDIATION, "There is a conflict between two families in alley 5 about the path"),
        (Gate.MEDIATION, "Our neighbours built a wall that blocks our shared alley"),
        (Gate.MEDIATION, "Please mediate between me and the household opposite"),
        (Gate.CONSUMER, "My electricity bill is twice as high as last month"),
        (Gate.CONSUMER, "The water bill doubled and nobody explains it"),
        (Gate.CONSUMER, "The shop refuses to refund my money"),
        (Gate.CONSUMER, "I bought a fake phone online"),
        (Gate.CONSUMER, "My online order was never delivered"),
        (Gate.CONSUMER, "I want to complain about the decision of the shop not to honour the warranty"),
        (Gate.DECISION_COMPLAINT, "I do not agree with decision number 112 on the penalty"),
        (Gate.DECISION_COMPLAINT, "I want to appeal against the decision to fine me"),
        (Gate.DECISION_COMPLAINT, "I was wrongly fined for parking"),
        (Gate.OUT_OF_SCOPE, "What is the weather like tomorrow?"),
        (Gate.OUT_OF_SCOPE, "Tell me a joke"),
        (Gate.OUT_OF_SCOPE, "Can you recommend a good restaurant?"),
        (Gate.OUT_OF_SCOPE, "Lake view apartment for sale, good price, call me now"),
        (Gate.OUT_OF_SCOPE, "Please translate this sentence into Vietnamese"),
    ],
)
def test_what_belongs_at_another_door_is_heard_in_english(door: Gate, text: str) -> None:
    assert stopped_by(text) is None
    assert load_openings().of(text) is None
    assert propose(text, programme(), load_model()).gate is door


@pytest.mark.parametrize(
    "text",
    [
        "The ward office lost my papers twice",
        "The clerk never told me what papers I need and was rude",
        "The officer did not tell us which documents are needed",
        "Nobody told me what documents are required",
        "My landlord does not want to register my temporary residence",
        "I applied for a birth certificate two months ago and still have no answer",
        "I had to come three times to register temporary residence",
        "I came back three times, how long does it take to get a certificate",
        "The one-stop desk is closed whenever I want to register something",
        "How do I register a complaint about the noise?",
        "How can I get the street light repaired?",
        "Where can I get rid of old furniture?",
        "What can be done about the rubbish at the corner?",
        "Nobody knows which procedure the contractor followed",
        "My neighbour builds without a permit",
        "My neighbour burns rubbish",
        "My neighbour sings karaoke every night",
        "My neighbour blocks the alley with his car",
        "Neighbours complain that the playground is broken",
        "My neighbours park their motorbikes on the pavement",
        "The shop next door encroaches on the pavement near my house",
        "My neighbour's tree has fallen on the wall of the school",
        "The residents have a dispute with the developer about the maintenance fund",
        "The neighbours say that the lift is broken",
        "My company owes me three months of wages",
        "The pipe under the road leaks in front of the neighbour's house",
        "The drain leaks into the alley behind the next house",
        "There is no electricity in alley 20",
        "The water has a bad smell since Monday",
        "The market sells fake goods",
        "The parking attendant overcharged me",
        "The road bought with our contributions is broken",
        "The weather forecast board at the park is broken",
        "In bad weather the alley is flooded",
        "Leaflets for quick loans are stuck on every power pole",
        "Fine dust from the building site covers everything",
        "The decision on the new park should be published",
        "I complain about the loud music",
        "The playground should be open for sale stalls at Tet",
        "Noise from the football match keeps us awake",
    ],
)
def test_ordinary_matters_in_english_are_shown_no_other_door(text: str) -> None:
    found = propose(text, programme(), load_model())
    assert (found.kind, found.gate) == (Kind.PHAN_ANH, None)


def test_a_complaint_in_english_has_its_decision_and_what_is_wanted() -> None:
    text = "I do not agree with decision number 112 of 3 May. Please cancel the decision."
    found = propose(text, programme(), load_model())
    assert set(missing(found.kind, found.told)) == {Missing.LANGUAGE, Missing.NAME, Missing.SIGNATURE}
