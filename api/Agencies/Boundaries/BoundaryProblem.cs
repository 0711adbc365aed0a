namespace KediriLapor.Agencies.Boundaries;

public enum BoundarySeverity
{
    /// <summary>The layer would still answer; the operator decides.</summary>
    Warning,

    /// <summary>The layer must not be used.</summary>
    Error,
}

/// <summary>One thing that is wrong with a boundary file.</summary>
/// <param name="Code">Stable, snake_case: <c>missing_ward</c>, <c>axes_swapped</c>, <c>overlap</c> ...</param>
/// <param name="Wards">Kelurahan codes concerned, as known or as written in the file; may be empty.</param>
/// <param name="Message">For the operator, in Indonesian.</param>
public sealed record BoundaryProblem(BoundarySeverity Severity, string Code, IReadOnlyList<string> Wards, string Message)
{
    internal static BoundaryProblem Error(string code, string message, params IReadOnlyList<string> wards) =>
        new(BoundarySeverity.Error, code, wards, message);
}
