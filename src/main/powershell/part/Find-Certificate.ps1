function Find-Certificate($server, $thumbprint) {
    foreach ($found in @(Get-ExchangeCertificate -Server $server -ErrorAction Stop)) {
        $bytes = Read-Bytes $found
        if ($null -ne $bytes -and (Read-Thumbprint $bytes) -eq $thumbprint) { return $found }
    }
}
