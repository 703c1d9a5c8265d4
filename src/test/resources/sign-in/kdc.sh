#!/bin/bash
# kdc.sh DIR REALM PORT [SERVER...]: a MIT realm on loopback, all files in DIR. Prints pid.
set -e
D=$1; R=$2; P=$3; shift 3; mkdir -p $D
cat > $D/krb5.conf <<C
[libdefaults]
 default_realm = $R
 dns_lookup_kdc = false
 dns_lookup_realm = false
 dns_canonicalize_hostname = false
 rdns = false
[realms]
 $R = {
  kdc = 127.0.0.1:$P
  admin_server = 127.0.0.1:$((P+1))
 }
C
cat > $D/kdc.conf <<C
[kdcdefaults]
 kdc_listen = 127.0.0.1:$P
 kdc_tcp_listen = 127.0.0.1:$P
[realms]
 $R = {
  database_name = $D/principal
  key_stash_file = $D/stash
  acl_file = $D/acl
  max_life = 10h
  supported_enctypes = aes256-cts:normal aes128-cts:normal aes256-sha2:normal arcfour-hmac:normal
 }
[logging]
 kdc = FILE:$D/kdc.log
C
export KRB5_CONFIG=$D/krb5.conf KRB5_KDC_PROFILE=$D/kdc.conf
kdb5_util create -s -r $R -P master >/dev/null 2>&1
kadmin.local -r $R -q "addprinc -pw Secret-1 -requires_preauth svc-hybridge" >/dev/null
kadmin.local -r $R -q "modprinc +requires_preauth svc-hybridge" >/dev/null
kadmin.local -r $R -q "addprinc -pw Secret-1 -pwexpire yesterday +requires_preauth svc-expired" >/dev/null
kadmin.local -r $R -q "addprinc -pw Secret-1 -allow_tix +requires_preauth svc-locked" >/dev/null
kadmin.local -r $R -q "addprinc -randkey WSMAN/ex8.fabrikam.com" >/dev/null
kadmin.local -r $R -q "ktadd -k $D/http.keytab WSMAN/ex8.fabrikam.com" >/dev/null
for S in "${@:-ex1.fabrikam.test}"; do
	kadmin.local -r $R -q "addprinc -randkey HTTP/$S" >/dev/null
	kadmin.local -r $R -q "ktadd -k $D/http.keytab HTTP/$S" >/dev/null
done
kadmin.local -r $R -q "ktadd -norandkey -k $D/user.keytab svc-hybridge" >/dev/null
krb5kdc -r $R -P $D/kdc.pid
# It goes to the background before it has written its id.
for i in $(seq 300); do [ -s $D/kdc.pid ] && break; sleep 0.1; done
cat $D/kdc.pid
