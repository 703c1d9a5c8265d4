# OAUTH, part 2: register the public part of the certificate in Microsoft 365, so that it believes what Exchange signs.
# Run it in PowerShell with the Microsoft Graph module (Install-Module Microsoft.Graph.Authentication), where
# OAuthCert.cer of part 1 is. MSOnline, which the article uses, no longer works; Microsoft Graph takes its place.
# Corrected: the key is not added a second time; keys of others are sent back as they are; the result is read back.
# The parameters hold the only values.
Set-StrictMode -Version 2
$ErrorActionPreference = 'Stop'
$ProgressPreference = 'SilentlyContinue'
if ($PSVersionTable.PSVersion.Major -lt 6) {
    [System.Net.ServicePointManager]::SecurityProtocol = [System.Net.ServicePointManager]::SecurityProtocol -bor [System.Net.SecurityProtocolType]::Tls12
}

# Make sure to update the following $CertFile with the path to the cert if not using the previous script.

$CertFile = Join-Path -Path ([string]$env:SYSTEMDRIVE + [System.IO.Path]::DirectorySeparatorChar) -ChildPath 'OAuthConfig'
$CertFile = Join-Path -Path $CertFile -ChildPath 'OAuthCert.cer'

if (-not (Test-Path -Path $CertFile)) {
    Write-Error 'Cannot find certificate.'
}

# A key on the service principal that Exchange on-premises and Exchange Online share can be misused by whoever holds its private part.
if ([string]$acknowledged -cne 'CVE-2025-53786') {
    Write-Warning 'This adds a key to the service principal that all of Exchange Online shares in your tenant (CVE-2025-53786).'
    Write-Warning 'Whoever takes over the Exchange server can then act in Exchange Online without leaving a trace.'
    if ((Read-Host -Prompt 'Type CVE-2025-53786 to go on') -cne 'CVE-2025-53786') { throw 'Nothing was changed.' }
}

$CertFile = [string](Resolve-Path -Path $CertFile).ProviderPath
$bytes = [System.IO.File]::ReadAllBytes($CertFile)
$cer = New-Object -TypeName System.Security.Cryptography.X509Certificates.X509Certificate2 -ArgumentList (, $bytes)
if ($cer.HasPrivateKey) { throw 'The file holds a private key. Only the public part may be used.' }
$credValue = [System.Convert]::ToBase64String($cer.RawData)
Write-Host 'Thumbprint:' $cer.Thumbprint
Write-Host 'Valid until:' $cer.NotAfter.ToUniversalTime().ToString('u')

function Read-Principal {
    $address = "/v1.0/servicePrincipals(appId='" + $appId + "')" + '?$select=id,appId,displayName,keyCredentials'
    return ConvertFrom-Json -InputObject ([string](Invoke-MgGraphRequest -Method GET -Uri $address -OutputType Json))
}

function Read-Keys($principal) {
    foreach ($entry in @($principal.keyCredentials)) {
        if ($null -eq $entry) { continue }
        if ([string]$entry.key -eq '') { throw 'A key came back without its value. Writing now would destroy it, so nothing was changed.' }
        [ordered]@{ type = [string]$entry.type; usage = [string]$entry.usage; key = [string]$entry.key }
    }
}

Write-Host 'Enter the administrator user name and password of the Office 365 tenant domain...'

$null = Connect-MgGraph -Scopes 'Application.ReadWrite.All' -TenantId $tenantDomain -NoWelcome

Write-Host 'Adding a key to the service principal...'

$p = Read-Principal
$keys = @(Read-Keys $p)
if (@($keys | Where-Object { $_.key -ceq $credValue }).Count -gt 0) {
    Write-Host 'The key is there already.'
}
else {
    # The list is replaced as a whole: all earlier keys go back with the new one.
    $merged = @($keys) + @([ordered]@{ type = 'AsymmetricX509Cert'; usage = 'Verify'; key = $credValue })
    $body = ConvertTo-Json -InputObject @{ keyCredentials = [object[]]$merged } -Depth 4 -Compress
    $null = Invoke-MgGraphRequest -Method PATCH -Uri ('/v1.0/servicePrincipals/' + [string]$p.id) -Body $body -ContentType 'application/json'
    # A change takes a moment until it can be read.
    $missing = @($merged)
    foreach ($pause in @(0, 2, 5, 10, 20)) {
        Start-Sleep -Seconds $pause
        $seen = @(Read-Keys (Read-Principal)) | ForEach-Object { $_.key }
        $missing = @($merged | Where-Object { @($seen) -cnotcontains $_.key })
        if ($missing.Count -eq 0) { break }
    }
    if ($missing.Count -gt 0) { throw ([string]$missing.Count + ' key(s) cannot be read back. Look at the keys before this script is run again.') }
}
Write-Host 'Complete.'
