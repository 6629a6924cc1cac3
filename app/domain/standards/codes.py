"""Prefixes that are on the lists: industries, and bodies of international standards."""

# Codes of industry standards (行业标准代号), and the longer ones of construction and transport.
_INDUSTRIES = """
    AQ BB CB CH CJ CY DA DB DL DY DZ EJ FZ GA GC GF GH GM GY HB HG HJ HS HY JB JC JG JR JT JY KA
    LB LD LS LY MH MT MZ NB NY QB QC QJ QX RB SB SC SF SH SJ SL SN SW SY TB TD TY WB WH WJ WM WS
    WW XB XF YB YC YD YJ YS YY YZ ZY
    CJJ JGJ JTG JTJ TSG YBB
"""
INDUSTRIES = frozenset(_INDUSTRIES.split())
# 国家标准; GBZ of occupational health, GSB reference samples, GBJ of construction (old).
NATIONAL = ("GSB", "GBZ", "GBJ", "GB")
# Undated they are far more often the speed of a film or sensor than a standard.
_FILM_SPEEDS = """
    25 32 50 64 80 100 125 160 200 250 320 400 500 640 800 1000 1250 1600 2500 3200 6400 12800
    25600 51200 102400
"""
FILM_SPEEDS = frozenset(_FILM_SPEEDS.split())
