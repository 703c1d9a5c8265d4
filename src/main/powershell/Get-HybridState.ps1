# Asks for everything the console needs to know, in one call. Changes nothing.
param($arguments)

# include part/Read-Text.ps1

function Read-Flag($object, $name) {
    return [bool]((Read-Text $object $name) -eq 'True')
}

function Format-Time($value) {
    if ($value -isnot [DateTime]) { return $null }
    return $value.ToUniversalTime().ToString('o', [System.Globalization.CultureInfo]::InvariantCulture)
}

function Read-Time($object, $name) {
    $property = $object.PSObject.Properties[$name]
    if ($null -eq $property -or $null -eq $property.Value) { return $null }
    return Format-Time $property.Value
}

function Read-RawData($object) {
    $property = $object.PSObject.Properties['RawData']
    if ($null -eq $property -or $null -eq $property.Value) { return $null }
    return [System.Convert]::ToBase64String([byte[]]$property.Value)
}

function Get-Servers {
    foreach ($server in @(Get-ExchangeServer -ErrorAction Stop)) {
        [ordered]@{
            name = Read-Text $server 'Name'
            fqdn = Read-Text $server 'Fqdn'
            roles = Read-Text $server 'ServerRole'
            version = Read-Text $server 'AdminDisplayVersion'
        }
    }
}

function Get-Configuration {
    $configuration = Get-AuthConfig -ErrorAction Stop
    [ordered]@{
        current = Read-Text $configuration 'CurrentCertificateThumbprint'
        previous = Read-Text $configuration 'PreviousCertificateThumbprint'
        next = Read-Text $configuration 'NextCertificateThumbprint'
        nextEffective = Read-Time $configuration 'NextCertificateEffectiveDate'
        serviceName = Read-Text $configuration 'ServiceName'
        realm = Read-Text $configuration 'Realm'
    }
}

function Get-AuthServers {
    foreach ($server in @(Get-AuthServer -ErrorAction Stop)) {
        [ordered]@{
            name = Read-Text $server 'Name'
            type = Read-Text $server 'Type'
            enabled = Read-Flag $server 'Enabled'
            metadataUrl = Read-Text $server 'AuthMetadataUrl'
            realm = Read-Text $server 'Realm'
            issuer = Read-Text $server 'IssuerIdentifier'
        }
    }
}

function Get-Partners {
    foreach ($application in @(Get-PartnerApplication -ErrorAction Stop)) {
        [ordered]@{
            name = Read-Text $application 'Name'
            applicationIdentifier = Read-Text $application 'ApplicationIdentifier'
            enabled = Read-Flag $application 'Enabled'
        }
    }
}

# include part/Read-Fields.ps1

# No cmdlet reads the push proxy; enabling it with -WhatIf shows the record and changes nothing.
function Get-PushProxy {
    try {
        $record = @(Enable-PushNotificationProxy -WhatIf -ErrorAction Stop) |
            Where-Object { $null -ne $_ -and $null -ne $_.PSObject.Properties['Enabled'] } | Select-Object -First 1
    }
    catch {
        return [ordered]@{ readable = $false; fields = [object[]]@(); evidence = [string]$_.Exception.Message }
    }
    if ($null -eq $record) {
        return [ordered]@{ readable = $false; fields = [object[]]@(); evidence = 'The look gave no record.' }
    }
    return [ordered]@{ readable = $true; fields = [object[]]@(Read-Fields $record) }
}

# The displayed version stops at the cumulative update; the set-up program's file version tells the security update.
function Get-ExactBuild {
    $program = Get-Command -Name 'ExSetup.exe' -CommandType Application -ErrorAction SilentlyContinue | Select-Object -First 1
    if ($null -ne $program) { return [string]$program.FileVersionInfo.FileVersion }
    $setup = Get-ItemProperty -Path 'HKLM:\SOFTWARE\Microsoft\ExchangeServer\v15\Setup' -ErrorAction Stop
    $file = Get-Item -Path (Join-Path -Path ([string]$setup.MsiInstallPath) -ChildPath 'bin\ExSetup.exe') -ErrorAction Stop
    return [string]$file.VersionInfo.FileVersion
}

function Get-HealthManagerStart {
    $service = Get-CimInstance -ClassName Win32_Service -Filter "Name='MSExchangeHM'" -ErrorAction Stop
    if ($null -eq $service -or [int]$service.ProcessId -eq 0) { return $null }
    return Format-Time (Get-Process -Id ([int]$service.ProcessId) -ErrorAction Stop).StartTime
}

# Since serialization signing a certificate may arrive with nothing but its bytes; this server's own store
# then tells its name and whether the key is there.
function Get-StoreEntry($rawData) {
    $bytes = [System.Convert]::FromBase64String($rawData)
    $certificate = New-Object -TypeName System.Security.Cryptography.X509Certificates.X509Certificate2 -ArgumentList (, $bytes)
    return Get-ChildItem -Path 'Cert:\LocalMachine\My' -ErrorAction Stop |
        Where-Object { $_.Thumbprint -eq $certificate.Thumbprint } | Select-Object -First 1
}

function Get-Certificates($server) {
    foreach ($found in @(Get-ExchangeCertificate -Server $server -ErrorAction Stop)) {
        $rawData = Read-RawData $found
        if ($null -eq $rawData) {
            Write-Warning 'A certificate came without its bytes and is left out.'
            continue
        }
        $named = $found
        if ($null -eq $found.PSObject.Properties['HasPrivateKey']) {
            try {
                $entry = Get-StoreEntry $rawData
                if ($null -ne $entry) { $named = $entry }
            }
            catch { Write-Warning ('The certificate store could not be read: ' + [string]$_.Exception.Message) }
        }
        [ordered]@{
            rawData = [string]$rawData
            friendlyName = Read-Text $named 'FriendlyName'
            services = Read-Text $found 'Services'
            status = Read-Text $found 'Status'
            hasPrivateKey = Read-Flag $named 'HasPrivateKey'
        }
    }
}

function Get-Local($server) {
    $exactBuild = $null
    try { $exactBuild = Get-ExactBuild }
    catch { Write-Warning ('The exact build could not be read: ' + [string]$_.Exception.Message) }
    $started = $null
    try { $started = Get-HealthManagerStart }
    catch { Write-Warning ('The health manager could not be read: ' + [string]$_.Exception.Message) }
    [ordered]@{
        server = [string]$server
        time = Format-Time (Get-Date)
        exactBuild = $exactBuild
        healthManagerStarted = $started
        certificates = [object[]]@(Get-Certificates $server)
    }
}

if ([string]$arguments.scope -ceq 'server') {
    return @{ local = Get-Local ([string]$arguments.server) }
}
[ordered]@{
    servers = [object[]]@(Get-Servers)
    authConfiguration = Get-Configuration
    authServers = [object[]]@(Get-AuthServers)
    partnerApplications = [object[]]@(Get-Partners)
    pushProxy = Get-PushProxy
    local = Get-Local ([string]$arguments.server)
}
