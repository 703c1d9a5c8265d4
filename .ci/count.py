"""Prints the counts of the test reports; fails when a test was skipped that allowed-skips does not name, or none ran of what was demanded."""
import collections
import glob
import os
import sys
import xml.etree.ElementTree as reports

ROOT = os.path.join(os.path.dirname(os.path.abspath(__file__)), '..')

DEMANDED = {
    'python3-winrm against the lab': 'io.hybridge.lab.exchange.winrm.WinRmPeerTests',
    'Kerberos before MIT': 'io.hybridge.exchange.winrm.KerberosWitnessTests',
    'NTLM before gss-ntlmssp': 'io.hybridge.exchange.winrm.NtlmWitnessTests',
    'Python on the recipe of the audit log': 'io.hybridge.audit.reading.ChainRecipeTests',
    'both engines on every script': 'io.hybridge.lab.exchange.script.ScriptEngineContractTests',
    'a real PostgreSQL': 'io.hybridge.audit.AuditLogOnPostgreSqlTests',
    'the whole way by browser': 'io.hybridge.browser.WholeWayTests',
    'the console killed in mid-run': 'io.hybridge.walk.OAuthKillIT',
}


def allowed():
    with open(os.path.join(ROOT, '.ci', 'allowed-skips'), encoding='utf-8') as lines:
        return {line.strip() for line in lines if line.strip() and not line.startswith('#')}


def main():
    may_skip, run, bad, skipped, ran = allowed(), 0, 0, [], collections.Counter()
    found = [file for kind in ('surefire', 'failsafe')
             for file in glob.glob(os.path.join(ROOT, 'target', kind + '-reports', 'TEST-*.xml'))]
    for file in found:
        for case in reports.parse(file).getroot().iter('testcase'):
            run += 1
            bad += case.find('failure') is not None or case.find('error') is not None
            if case.find('skipped') is not None:
                skipped.append(case.get('classname') + '#' + case.get('name').split('(')[0].split('{')[0])
            else:
                ran[case.get('classname')] += 1
    surprises = [name for name in skipped if name not in may_skip and name.split('#')[0] + '#*' not in may_skip]
    print(f'{run} tests, {bad} failed, {len(skipped)} skipped, {len(surprises)} of these not allowed')
    for name in surprises:
        print('skipped without leave: ' + name)
    for what, test in DEMANDED.items():
        print(f'{what}: {ran[test]} tests of {test}')
    missing = [test for test in DEMANDED.values() if not ran[test]]
    sys.exit(1 if surprises or bad or missing else 0)


main()
