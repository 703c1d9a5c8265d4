"""An independent WinRM client (Debian's python3-winrm) runs PowerShell texts on a server.

Reads one JSON object from standard input: endpoint, authority (path of a PEM file), user, password, transport (basic unless told; with
ntlm every message is sealed), and calls, a list of {"text": ..., "skip_cmd_shell": ...}. Prints one JSON list with exit code, output and errors, or the failure, of each.
"""
import base64
import json
import sys

from winrm.protocol import Protocol


def run(protocol, call):
    shell = protocol.open_shell(codepage=65001, noprofile=True)
    try:
        encoded = base64.b64encode(call["text"].encode("utf-16-le")).decode("ascii")
        command = protocol.run_command(shell, "powershell.exe", ["-NoProfile", "-EncodedCommand", encoded],
                                       skip_cmd_shell=call["skip_cmd_shell"])
        output, errors, code = protocol.get_command_output(shell, command)
        protocol.cleanup_command(shell, command)
        return {"code": code, "output": output.decode("utf-8"), "errors": errors.decode("utf-8")}
    finally:
        protocol.close_shell(shell)


def attempt(protocol, call):
    try:
        return run(protocol, call)
    except Exception as failure:
        return {"failure": type(failure).__name__ + ": " + str(failure)}


def main():
    given = json.load(sys.stdin)
    transport = given.get("transport", "basic")
    word = (lambda text: text.encode("utf-8")) if transport == "basic" else str
    protocol = Protocol(endpoint=given["endpoint"], transport=transport, username=word(given["user"]), password=word(given["password"]),
                        ca_trust_path=given["authority"], message_encryption="always" if transport == "ntlm" else "auto")
    json.dump([attempt(protocol, call) for call in given["calls"]], sys.stdout)


main()
