using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace JoinSets.Lightbulb.Tests.Editor;

/// <summary>What an editor underlines.</summary>
internal sealed record Squiggle(string Id, int Line, DiagnosticSeverity Severity, TextSpan Span);
