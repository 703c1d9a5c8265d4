# FIRST LOOK: writes into one file what this organization answers to the questions Hybridge asks. It changes nothing:
# it reads with Get- cmdlets, and it calls Enable-PushNotificationProxy with -WhatIf, the documented way to look at it.
# Run it in Windows PowerShell on a Mailbox server, as an administrator of the server who is in Organization Management.
# No private key, password or mailbox is in the file. Certificates are in it by their public part, servers by their names.
#
# include part/Invoke-HybridgeScript.ps1
$network = [System.Net.NetworkInformation.IPGlobalProperties]::GetIPGlobalProperties()
$server = [string]$env:COMPUTERNAME
if ([string]$network.DomainName -ne '') { $server = $server + '.' + [string]$network.DomainName }
$server = $server.ToLowerInvariant()
$session = @{ server = $server }
$opening = {
# include opening/local.ps1
}

$state = Invoke-HybridgeScript 'Get-HybridState' $opening {
# include Get-HybridState.ps1
} @{ scope = 'organization'; server = $server } $session

# Which types and properties come through the session. Values only of properties that tell a state, never of others.
$shapes = Invoke-HybridgeScript 'Get-AnswerShapes' $opening {
    param($arguments)
    $telling = @('HasPrivateKey', 'Services', 'Status', 'Enabled', 'ServerRole', 'AdminDisplayVersion', 'Type')

    function Read-Property($found, $name) {
        $type = ''
        $values = @()
        foreach ($object in $found) {
            $property = $object.PSObject.Properties[$name]
            if ($null -eq $property) { continue }
            try { $value = $property.Value } catch { $value = $null }
            if ($null -eq $value) { continue }
            if ($type -eq '') { $type = [string]$value.GetType().FullName }
            if ($telling -contains $name -and $values -notcontains [string]$value) { $values = $values + [string]$value }
        }
        [ordered]@{ name = [string]$name; type = $type; values = [string[]]@($values) }
    }

    function Get-Shape($command, $call) {
        $shape = [ordered]@{ command = [string]$command; count = 0; types = [string[]]@(); properties = [object[]]@(); failure = '' }
        try {
            $found = @(& $call) | Where-Object { $null -ne $_ }
            $found = @($found)
            $shape.count = [int]$found.Count
            if ($found.Count -gt 0) {
                $names = @($found | ForEach-Object { $_.PSObject.Properties } | ForEach-Object { $_.Name } | Select-Object -Unique)
                $shape.types = [string[]]@($found[0].PSObject.TypeNames)
                $shape.properties = [object[]]@($names | ForEach-Object { Read-Property $found $_ })
            }
        }
        catch { $shape.failure = [string]$_.FullyQualifiedErrorId }
        return $shape
    }

    $null = Import-PSSession -Session $hybridgeSession -DisableNameChecking -AllowClobber `
        -ErrorAction SilentlyContinue -WarningAction SilentlyContinue -CommandName @('Get-MonitoringItemIdentity')
    $here = [string]$arguments.server
    @{ shapes = [object[]]@(
            (Get-Shape 'Get-ExchangeServer' { Get-ExchangeServer -ErrorAction Stop }),
            (Get-Shape 'Get-ExchangeCertificate' { Get-ExchangeCertificate -Server $here -ErrorAction Stop }),
            (Get-Shape 'Get-AuthConfig' { Get-AuthConfig -ErrorAction Stop }),
            (Get-Shape 'Get-AuthServer' { Get-AuthServer -ErrorAction Stop }),
            (Get-Shape 'Get-PartnerApplication' { Get-PartnerApplication -ErrorAction Stop }),
            (Get-Shape 'Enable-PushNotificationProxy' { Enable-PushNotificationProxy -WhatIf -ErrorAction Stop }),
            (Get-Shape 'Get-MonitoringItemIdentity' {
                Get-MonitoringItemIdentity -Identity 'PushNotifications.Proxy' -Server $here -ErrorAction Stop })) }
} @{ server = $server } $session

$folder = [string]$PSScriptRoot
if ($folder -eq '') { $folder = [string](Get-Location -PSProvider FileSystem).ProviderPath }
$file = Join-Path -Path $folder -ChildPath ('Hybridge-FirstLook-' + [string]$env:COMPUTERNAME + '.txt')
[System.IO.File]::WriteAllText($file, (@($state, $shapes) -join [Environment]::NewLine) + [Environment]::NewLine, [System.Text.Encoding]::ASCII)
Write-Host 'Written:' $file
Write-Host 'Give this file to Hybridge: organization page, First look.'
