"""The subcommands of `zhibiao`, one idea a module: options in, a call, output and exit code.

Only click is imported at the top of these modules, so that help stays instant; no rule about notices lives here.
"""
