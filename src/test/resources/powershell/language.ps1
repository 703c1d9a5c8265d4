# Names what in the given files is not PowerShell 4.0, or is forbidden in the catalogue. One line per finding.
Set-StrictMode -Version 2
$ErrorActionPreference = 'Stop'
$newer = @('TypeDefinitionAst', 'FunctionMemberAst', 'PropertyMemberAst', 'UsingStatementAst', 'TernaryExpressionAst', 'PipelineChainAst',
    'ConfigurationDefinitionAst', 'DynamicKeywordStatementAst')
$commands = @('Invoke-Expression', 'iex', 'Add-Type', 'New-Guid', 'New-TemporaryFile', 'Write-Information', 'Expand-Archive', 'Compress-Archive',
    'Join-String', 'Test-Json', 'Get-Error', 'Format-Hex', 'Start-ThreadJob', 'Get-Uptime', 'Remove-Service', 'Add-PSSnapin')
$parameters = @('Parallel', 'AsByteStream', 'AsArray', 'EnumsAsStrings', 'TrustAnySSLCertificate', 'SkipCertificateCheck', 'AsHashtable')
foreach ($file in $args) {
    $tokens = $null
    $errors = $null
    $tree = [System.Management.Automation.Language.Parser]::ParseFile($file, [ref]$tokens, [ref]$errors)
    foreach ($e in @($errors)) { '{0}: does not parse: {1}' -f $file, $e.ErrorId }
    foreach ($node in $tree.FindAll({ $true }, $true)) {
        $kind = $node.GetType().Name
        $found = ''
        if ($newer -contains $kind) { $found = $kind }
        elseif ($kind -eq 'BinaryExpressionAst' -and [string]$node.Operator -like 'Question*') { $found = 'null coalescing' }
        elseif ($kind -eq 'AssignmentStatementAst' -and [string]$node.Operator -like 'Question*') { $found = 'null coalescing assignment' }
        elseif (@('MemberExpressionAst', 'InvokeMemberExpressionAst', 'IndexExpressionAst') -contains $kind -and $node.NullConditional) { $found = 'null conditional' }
        elseif ($kind -eq 'InvokeMemberExpressionAst' -and $node.Static -and [string]$node.Member -eq 'new') { $found = '::new' }
        elseif ($kind -eq 'InvokeMemberExpressionAst' -and @('ExpandString', 'InvokeScript') -contains [string]$node.Member) { $found = [string]$node.Member }
        elseif ($kind -eq 'PipelineAst' -and $node.Background) { $found = 'background' }
        elseif ($kind -eq 'CommandAst' -and $commands -contains [string]$node.GetCommandName()) { $found = [string]$node.GetCommandName() }
        elseif ($kind -eq 'CommandParameterAst' -and $parameters -contains [string]$node.ParameterName) { $found = '-' + [string]$node.ParameterName }
        elseif ($kind -eq 'NamedBlockAst' -and [string]$node.BlockKind -eq 'Clean') { $found = 'clean block' }
        if ($found -ne '') { '{0}: line {1}: {2}' -f $file, $node.Extent.StartLineNumber, $found }
    }
}
