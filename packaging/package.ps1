# Builds Domicile's installer for Windows with its own Java inside: packaging\package.ps1, into target\package.
# Needs Maven, a JDK 25 in JAVA_HOME, and WiX on the path, which jpackage uses for the .msi.
$ErrorActionPreference = 'Stop'
Set-Location (Join-Path $PSScriptRoot '..')
if (-not $env:JAVA_HOME) { throw 'package: set JAVA_HOME to a JDK 25 or newer' }
$bin = Join-Path $env:JAVA_HOME 'bin'
$work = Join-Path (Get-Location) 'target\package'
if (Test-Path $work) { Remove-Item -Recurse -Force $work }

function Run { param([string]$program, [string[]]$arguments)
    & $program @arguments
    if ($LASTEXITCODE -ne 0) { throw "package: $program failed with $LASTEXITCODE" }
}

Run 'mvn' @('-q', '-B', '-ntp', '-P', 'release', '-DskipTests', '-Dmaven.test.skip=true', 'package')
$version = ([xml](Get-Content pom.xml)).project.version
New-Item -ItemType Directory -Force "$work\input\lib", "$work\content\doc\licences", "$work\training" | Out-Null
Copy-Item target\domicile.jar "$work\input"
Copy-Item target\lib\* "$work\input\lib"
Copy-Item LICENSE, target\bom.json, target\THIRD-PARTY.txt "$work\content\doc"
# what is for whoever uses it: without the picture, which stays behind, and without how it and its packages are built
$skip = $false
Get-Content README.md -Encoding UTF8 | Where-Object { if ($_ -match '^## ') { $script:skip = $_ -match '^## (Start|Packages|Decisions)$' }; -not $script:skip -and $_ -notmatch '^!\[' } |
    Set-Content "$work\content\doc\README.md" -Encoding UTF8
# The texts of all licences, as in packaging/package.
Copy-Item -Recurse target\licences\*, packaging\licences\*, src\main\resources\domicile\report\fonts\*-LICENSE.txt `
    "$work\content\doc\licences"
Get-ChildItem "$work\content\doc\licences" -Directory | Where-Object { -not (Get-ChildItem $_.FullName) } | Remove-Item

$modules = (Get-Content packaging\modules.txt | Where-Object { $_ -notmatch '^#' }) -join ','
Run "$bin\jlink" @('--add-modules', $modules, '--include-locales=en,de,fr', '--strip-debug', '--no-header-files', '--no-man-pages',
    '--output', "$work\runtime")

$common = @('--name', 'Domicile', '--app-version', $version, '--vendor', 'The Domicile project',
    '--icon', 'packaging\icons\domicile.ico')

# Windows tells programs with a console from those without: one launcher of each kind.
Set-Content "$work\cli.properties" 'win-console=true', 'win-menu=false', 'win-shortcut=false'
Run "$bin\jpackage" ($common + @('--type', 'app-image', '--dest', "$work\image", '--input', "$work\input",
    '--main-jar', 'domicile.jar', '--runtime-image', "$work\runtime", '--app-content', "$work\content\doc",
    '--add-launcher', "domicile-cli=$work\cli.properties",
    '--java-options', '--enable-native-access=ALL-UNNAMED', '--java-options', '--sun-misc-unsafe-memory-access=allow',
    '--java-options', '-XX:+UseSerialGC', '--java-options', '-XX:TieredStopAtLevel=1',
    '--java-options', '-XX:CompileThresholdScaling=0.5', '--java-options', '-XX:-CreateCoredumpOnCrash',
    '--java-options', '-XX:AOTCache=$APPDIR/domicile.aot'))

# The cache is recorded as in packaging/package: a start makes the register and its snapshot, and the next one is recorded. What both
# keep goes into a folder of its own. PowerShell itself would not wait for a program that has a window.
$image = "$work\image\Domicile"
$config = "$image\app\Domicile.cfg"
Copy-Item $config "$work\Domicile.cfg"
function Train([string[]] $lines, [string] $options) {
    $lines | Set-Content $config
    $start = New-Object System.Diagnostics.ProcessStartInfo "$image\Domicile.exe"
    $start.UseShellExecute = $false
    $start.EnvironmentVariables['JAVA_TOOL_OPTIONS'] = "-Ddomicile.startup=train $options"
    $start.EnvironmentVariables['DOMICILE_REGISTER'] = "$work\training"
    $start.EnvironmentVariables['APPDATA'] = "$work\training"
    $process = [System.Diagnostics.Process]::Start($start)
    if (-not $process.WaitForExit(300000)) { # milliseconds
        $process.Kill()
        throw 'package: a start that records the cache did not end'
    }
    if ($process.ExitCode -ne 0) { throw "package: a start that records the cache failed with $($process.ExitCode)" }
}
$lines = Get-Content "$work\Domicile.cfg"
Train ($lines | Where-Object { $_ -notmatch '-XX:AOTCache=' }) ''
if (-not (Test-Path "$work\training\snapshot.tsv")) { throw 'package: the start before the recording left no snapshot' }
Train ($lines.Replace('-XX:AOTCache=', '-XX:AOTCacheOutput=')) '-XX:+UnlockDiagnosticVMOptions -XX:-AOTRecordTraining'
Copy-Item "$work\Domicile.cfg" $config
if (-not (Test-Path "$image\app\domicile.aot")) { throw 'package: no cache was recorded' }

Get-Content packaging\workload.properties | Set-Content "$work\workload.properties"
Add-Content "$work\workload.properties" 'icon=packaging/icons/domicile.ico'

# A person installs it without an administrator. A newer version takes the place of an older one with the same upgrade code: keep it.
Run "$bin\jpackage" ($common + @('--type', 'msi', '--dest', $work, '--app-image', $image, '--license-file', 'LICENSE',
    '--file-associations', "$work\workload.properties", '--win-per-user-install',
    '--win-upgrade-uuid', 'a67a80d4-fc6a-4c4f-87f2-7f60276fd938', '--win-menu', '--win-menu-group', 'Domicile', '--win-shortcut'))
Get-ChildItem "$work\*.msi"
