"""Times small calls of python3-winrm in one kept shell: endpoint, authority (PEM file), user, password, times.

Prints the median in milliseconds. Command, Receive and Signal are its three requests: it sends no standard input.
"""
import sys
import time

from winrm.protocol import Protocol

endpoint, authority, user, password, times = sys.argv[1:]
protocol = Protocol(endpoint=endpoint, transport="basic", username=user.encode("utf-8"), password=password.encode("utf-8"),
                    ca_trust_path=authority)
shell = protocol.open_shell(codepage=65001, noprofile=True)
taken = []
for number in range(int(times)):
    if number % 20 == 19:
        protocol.close_shell(shell)
        shell = protocol.open_shell(codepage=65001, noprofile=True)
    begins = time.perf_counter()
    command = protocol.run_command(shell, "powershell.exe", ["-EncodedCommand", "RwBlAHQALQBEAGEAdABlAA=="])
    protocol.get_command_output(shell, command)
    protocol.cleanup_command(shell, command)
    taken.append((time.perf_counter() - begins) * 1000)
protocol.close_shell(shell)
print(sorted(taken)[len(taken) // 2])
