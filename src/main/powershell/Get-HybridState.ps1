# Asks for everything the console needs to know, in one call. Changes nothing.
param($arguments)

# include part/Read-Text.ps1

# include part/Read-Time.ps1

# include part/Read-Certificate.ps1

function Read-Flag($object, $name) {
    return [bool]((Read-Text $object $name) -eq 'True')
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
        changed = Read-Time $configuration 'WhenChangedUTC'
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
            guid = Read-Text $server 'Guid'
            created = Read-Time $server 'WhenCreatedUTC'
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

# include part/Read-PushProxyEntry.ps1

# No cmdlet reads the push proxy. Enabling it with -WhatIf changes nothing and may show its record, or only tell the host.
function Get-PushProxy {
    $directory = Read-PushProxyEntry
    try {
        $record = @(Enable-PushNotificationProxy -WhatIf -ErrorAction Stop) |
            Where-Object { $null -ne $_ -and $null -ne $_.PSObject.Properties['Enabled'] } | Select-Object -First 1
    }
    catch {
        return [ordered]@{ readable = $false; fields = [object[]]@(); evidence = [string]$_.Exception.Message; directory = $directory }
    }
    if ($null -eq $record) {
        return [ordered]@{ readable = $false; fields = [object[]]@(); evidence = 'The look gave no record.'; directory = $directory }
    }
    return [ordered]@{ readable = $true; fields = [object[]]@(Read-Fields $record); directory = $directory }
}

# The displayed version stops at the cumulative update; the set-up program's file version tells the security update.
function Get-ExactBuild {
    $program = Get-Command -Name 'ExSetup.exe' -CommandType Application -ErrorAction SilentlyContinue | Select-Object -First 1
    if ($null -ne $program) { return [string]$program.FileVersionInfo.FileVersion }
    $setup = Get-ItemProperty -Path 'HKLM:\SOFTWARE\Microsoft\ExchangeServer\v15\Setup' -ErrorAction Stop
    $file = Get-Item -Path (Join-Path -Path ([string]$setup.MsiInstallPath) -ChildPath 'bin\ExSetup.exe') -ErrorAction Stop
    return [string]$file.VersionInfo.FileVersion
}

# include part/Read-Start.ps1

# What has to begin again to take up another auth certificate.
function Get-Starts {
    $starts = [ordered]@{}
    foreach ($name in 'MSExchangeServiceHost', 'MSExchangeOWAAppPool', 'MSExchangeECPAppPool') {
        $starts[$name] = $null
        try { $starts[$name] = Read-Start $name }
        catch { Write-Warning ($name + ' could not be read: ' + [string]$_.Exception.Message) }
    }
    return $starts
}

function Get-Certificates($server) {
    $store = Read-Store
    foreach ($found in @(Get-ExchangeCertificate -Server $server -ErrorAction Stop)) {
        $bytes = Read-Bytes $found
        if ($null -eq $bytes) {
            Write-Warning 'A certificate came without its bytes and is left out.'
            continue
        }
        $entry = $store[(Read-Thumbprint $bytes)]
        $certificate = [ordered]@{
            rawData = [System.Convert]::ToBase64String($bytes)
            friendlyName = $null
            services = $null
            hasPrivateKey = Read-KeyPresence $found $entry
        }
        if ($null -ne $entry) { $certificate.friendlyName = Read-Text $entry 'FriendlyName' }
        if (Test-InFull $found) {
            $certificate.friendlyName = Read-Text $found 'FriendlyName'
            $certificate.services = Read-Text $found 'Services'
        }
        $certificate
    }
}

# The certificate that the servers show each other when they hand on mail.
function Get-TransportCertificate($server) {
    try { return Read-Text (Get-TransportService -Identity $server -ErrorAction Stop) 'InternalTransportCertificateThumbprint' }
    catch { Write-Warning ('The internal transport certificate could not be read: ' + [string]$_.Exception.Message) }
    return $null
}

function Get-Local($server) {
    $exactBuild = $null
    try { $exactBuild = Get-ExactBuild }
    catch { Write-Warning ('The exact build could not be read: ' + [string]$_.Exception.Message) }
    $started = $null
    try { $started = Read-Start 'MSExchangeHM' }
    catch { Write-Warning ('The health manager could not be read: ' + [string]$_.Exception.Message) }
    [ordered]@{
        server = [string]$server
        time = Format-Time (Get-Date)
        exactBuild = $exactBuild
        healthManagerStarted = $started
        starts = Get-Starts
        certificates = [object[]]@(Get-Certificates $server)
        transportCertificate = Get-TransportCertificate $server
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
