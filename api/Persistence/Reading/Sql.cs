using System.Runtime.CompilerServices;
using System.Text;
using Npgsql;

namespace KediriLapor.Persistence.Reading;

/// <summary>
/// A statement, or a part of one, written as an interpolated string. A hole is a value and travels as a parameter, never as text;
/// a hole that is SQL itself is put in place with its own values.
/// </summary>
[InterpolatedStringHandler]
internal sealed class Sql
{
    // text, or a value in its place; numbered only when the whole is sent
    private readonly List<object> parts;

    public Sql(int literalLength, int formattedCount) => parts = new List<object>((2 * formattedCount) + 1);

    public void AppendLiteral(string text) => parts.Add(text);

    /// <summary>A value; an enum by its name, as it is stored.</summary>
    public void AppendFormatted<T>(T value) => parts.Add(value is Enum word ? new Hole<string>(word.ToString()) : new Hole<T>(value));

    public void AppendFormatted<T>(T[] words)
        where T : struct, Enum => parts.Add(new Hole<string[]>(Array.ConvertAll(words, word => word.ToString())));

    public void AppendFormatted(Sql part) => parts.AddRange(part.parts);

    /// <summary>Adds to what is there.</summary>
    public Sql Add(Sql more)
    {
        AppendFormatted(more);
        return this;
    }

    /// <summary>Narrows a condition, or what ends in one.</summary>
    /// <param name="condition">In brackets where it says OR.</param>
    public Sql And(Sql condition) => Add($" AND {condition}");

    public Sql And(bool wanted, Sql condition) => wanted ? And(condition) : this;

    /// <summary>
    /// How many rows at most: in the text itself. As a parameter it would make PostgreSQL plan each time anew, for a plan that does not
    /// know it looks the worse one.
    /// </summary>
    public static Sql Limit(int rows)
    {
        var limit = new Sql(0, 0);
        limit.AppendLiteral(FormattableString.Invariant($" LIMIT {rows}"));
        return limit;
    }

    public NpgsqlBatchCommand Command()
    {
        var (command, text) = (new NpgsqlBatchCommand(), new StringBuilder(1024));
        foreach (var part in parts)
        {
            if (part is Hole hole)
            {
                command.Parameters.Add(hole.Parameter());
                text.Append('$').Append(command.Parameters.Count);
            }
            else
            {
                text.Append((string)part);
            }
        }

        command.CommandText = text.ToString();
        return command;
    }

    private abstract class Hole
    {
        public abstract NpgsqlParameter Parameter();
    }

    private sealed class Hole<T>(T value) : Hole
    {
        public override NpgsqlParameter Parameter() => new NpgsqlParameter<T> { TypedValue = value };
    }
}
