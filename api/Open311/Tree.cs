namespace KediriLapor.Open311;

/// <summary>
/// An answer before it is XML or JSON: one tree, two writers, so that the formats cannot drift apart. By the Spark convention the root's name
/// is not in the JSON, a list is an array of its items and what is empty is null.
/// </summary>
internal abstract record Tree
{
    public static Tree Of(string? text) => new Text(text);

    public static Tree Of(DateTimeOffset? instant) => new Text(Instants.Write(instant));

    public static Tree Of(double? number) => new Number(number);

    public static Tree Of(bool flag) => new Flag(flag);

    public static Tree List(string item, IEnumerable<Tree> items) => new Items(item, [.. items]);

    /// <param name="fields">What is absent is left out; what is empty stays.</param>
    public static Tree Record(params (string Name, Tree? Value)[] fields) => new Fields([.. fields.Where(field => field.Value is not null).Select(field => (field.Name, field.Value!))]);

    /// <summary>A string in JSON, also where it looks like a number: ids and codes.</summary>
    internal sealed record Text(string? Value) : Tree;

    internal sealed record Number(double? Value) : Tree;

    internal sealed record Flag(bool Value) : Tree;

    internal sealed record Items(string Item, IReadOnlyList<Tree> Values) : Tree;

    internal sealed record Fields(IReadOnlyList<(string Name, Tree Value)> Values) : Tree;
}
