"""The closed lists the rules speak of: kinds, fields, levels, dispositions and results, without words."""

from enum import StrEnum


class Kind(StrEnum):
    """Say what a submission is in law and in use; the code is the Vietnamese term without accents."""

    KHIEU_NAI = "KHIEU_NAI"  # complaint against an administrative decision or act
    TO_CAO = "TO_CAO"  # denunciation: stopped at the gate, never stored
    KIEN_NGHI = "KIEN_NGHI"  # suggestion; one reporting bucket with PHAN_ANH
    PHAN_ANH = "PHAN_ANH"  # feedback on a condition to be put right
    KN_CU_TRI = "KN_CU_TRI"  # voter petition for a voter meeting or a council session
    GOP_Y_DU_THAO = "GOP_Y_DU_THAO"  # comment on a named draft
    GOP_Y_XD = "GOP_Y_XD"  # comment on the building of Party and government
    DK_TIEP_DAN = "DK_TIEP_DAN"  # booking of a citizen reception
    HOI_DAP = "HOI_DAP"  # enquiry
    DE_NGHI_HO_TRO = "DE_NGHI_HO_TRO"  # a paper or a benefit asked for oneself
    TRANH_CHAP = "TRANH_CHAP"  # dispute between residents, for mediation
    TIN_BAO = "TIN_BAO"  # crime tip or emergency: hotline, never stored
    CAM_ON = "CAM_ON"  # commendation
    NGOAI_PV = "NGOAI_PV"  # out of scope, spam
    NHIEU_NOI_DUNG = "NHIEU_NOI_DUNG"  # several unrelated matters, to be split


NOT_SET = frozenset({Kind.TO_CAO, Kind.TIN_BAO, Kind.NHIEU_NOI_DUNG})
"""Kinds that nobody sets by hand: the first two are doors, the third is split."""


class Field(StrEnum):
    """Name the matter a submission is about; it decides which body is competent."""

    TTXD = "TTXD"  # building order
    DAT = "DAT"  # land, land-use certificates
    GPMB = "GPMB"  # site clearance, compensation, resettlement
    VSMT = "VSMT"  # waste, environment
    ONAO = "ONAO"  # noise
    VHLD = "VHLD"  # pavement, roadway, parking
    GT = "GT"  # roads, signs, signals, traffic
    CS = "CS"  # street lighting
    TN = "TN"  # drainage, flooding
    NS = "NS"  # clean water
    DIEN = "DIEN"  # electricity, poles, telecom cables
    CAY = "CAY"  # trees, parks, lakes
    PCCC = "PCCC"  # fire safety
    ANTT = "ANTT"  # security and order
    TNXH = "TNXH"  # drugs, gambling, prostitution
    GD = "GD"  # education
    YT = "YT"  # health, health insurance
    ATTP = "ATTP"  # food safety
    NCC = "NCC"  # people with merit (war invalids, martyrs' families)
    BTXH = "BTXH"  # social protection
    LDVL = "LDVL"  # labour, employment, social insurance
    HTCT = "HTCT"  # civil status, certification, residence
    CCTT = "CCTT"  # apartment blocks, old collective housing
    CHKD = "CHKD"  # markets, household businesses, prices
    TTHC = "TTHC"  # administrative procedures, conduct of officers
    PCTN = "PCTN"  # corruption: leads to the denunciation gate
    QCDC = "QCDC"  # grassroots democracy, residential groups, local funds
    DTCD = "DTCD"  # community supervision of investment
    BCDB = "BCDB"  # elections, deputies, voter meetings
    XDD = "XDD"  # Party and mass organisations
    VHTT = "VHTT"  # culture, advertising, religion, monuments
    HGCS = "HGCS"  # quarrels, grassroots mediation
    TPTA = "TPTA"  # courts, execution of judgments
    KHAC = "KHAC"  # anything else


class Source(StrEnum):
    """How a petition reached the counter, where an officer takes it down for somebody without an account here."""

    RECEPTION = "reception"
    LETTER = "letter"
    MEETING = "meeting"
    HOTLINE = "hotline"
    IHANOI = "ihanoi"
    MAT_TRAN_SO = "mat_tran_so"


COUNTER = frozenset(Source)
ON_PAPER = frozenset({Source.RECEPTION, Source.LETTER, Source.MEETING})
"""Where a signed paper can be handed over."""


class Level(StrEnum):
    """Name the tier of government that keeps a matter."""

    WARD = "ward"
    DISTRICT = "district"  # abolished on 1 July 2025; kept for programmes before that day
    CITY = "city"


class Disposition(StrEnum):
    """Say what the desk did with a submission (Thông tư 05/2021/TT-TTCP, by analogy)."""

    THU_LY = "THU_LY"  # accepted for settlement
    KHONG_THU_LY = "KHONG_THU_LY"  # notice of non-acceptance, with the reason
    HUONG_DAN = "HUONG_DAN"  # guided to the competent body
    BO_SUNG = "BO_SUNG"  # more information asked for
    CHUYEN_DON = "CHUYEN_DON"  # referred
    TRA_LAI = "TRA_LAI"  # original papers returned
    LUU_DON = "LUU_DON"  # filed without action
    RUT_DON = "RUT_DON"  # withdrawn
    TRA_LOI = "TRA_LOI"  # answered directly
    HOA_GIAI = "HOA_GIAI"  # passed to mediation
    GHEP = "GHEP"  # merged with a duplicate


class Result(StrEnum):
    """Say what came of the matter, as a voter report counts it (kết quả giải quyết)."""

    SETTLED = "settled"  # đã giải quyết
    IN_PROGRESS = "in_progress"  # đang giải quyết
    PLANNED = "planned"  # sẽ giải quyết, có lộ trình
    EXPLAINED = "explained"  # giải trình, cung cấp thông tin
    UNANSWERED = "unanswered"  # chưa trả lời


TO_COME = frozenset({Result.IN_PROGRESS, Result.PLANNED})
"""Results whose answer says what the body has still to do."""
OF_ANSWERS = (Result.SETTLED, Result.IN_PROGRESS, Result.PLANNED, Result.EXPLAINED)
"""What a body's answer can say of the matter."""
