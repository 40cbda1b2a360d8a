"""A real PostgreSQL for the tests, started without containers, as root or as anybody else.

    programs    where initdb, pg_ctl and postgres are on this machine
    server      one throwaway server in a folder of its own
    databases   databases on a server, copied from a template
    files       the same for SQLite
    sharing     what the processes of one test run share, and who clears up after them

``TEST_PG_URL`` names a server that is already there; then none is started.
"""
