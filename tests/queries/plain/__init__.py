"""The whole archive in plain Python: facts, and what every list and condition says of them.

    facts       what there is, as a reader of articles would put it down
    writing     the same as rows of a database
    drawing     random archives
    looking     which places and topics a text means, and how days compare
    resting     which proofs a fact rests on, and what was known on a day
    standing    what has become of an agreement
    meaning     what conditions on who, what and where say of a fact
    telling     what conditions on proofs, days and words say of a fact
    happening   the lists of what happened, each a twin of the starter of its name
    agreeing    the lists of agreements, steps and signatures
    written     the lists of articles, words and proofs
    people      the lists of actors and tenures
    asking      random conditions and options

Slow and obvious on purpose, and without a line of the library's queries.
"""
