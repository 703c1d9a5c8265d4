# include part/Invoke-HybridgeScript.ps1
$hybridgeCall = ConvertFrom-Json -InputObject ([string]::Concat([object[]]@($input)))
Invoke-HybridgeScript $hybridgeCall.script `
    ([scriptblock]::Create((Read-HybridgeText $hybridgeCall.opening))) `
    ([scriptblock]::Create((Read-HybridgeText $hybridgeCall.body))) `
    (ConvertFrom-Json -InputObject (Read-HybridgeText $hybridgeCall.arguments)) `
    (ConvertFrom-Json -InputObject (Read-HybridgeText $hybridgeCall.session))
