using KediriLapor.Persistence.Reading;
using KediriLapor.Reports.Model;
using Npgsql;

namespace KediriLapor.Model.Tests.Reading;

public sealed class SqlTests
{
    [Test]
    public void What_people_type_is_a_parameter_and_never_text()
    {
        const string Typed = "'; DROP TABLE reports; --";
        Sql sql = $"SELECT id FROM reports WHERE address = {Typed} AND version > {3}";
        var command = sql.Command();
        Assert.That(command.CommandText, Is.EqualTo("SELECT id FROM reports WHERE address = $1 AND version > $2"));
        Assert.That(Values(command), Is.EqualTo(new object[] { Typed, 3 }));
    }

    [Test]
    public void A_part_brings_its_values_to_where_it_is_put()
    {
        Sql open = $"due_at < {1}";
        Sql sql = $"SELECT {0} WHERE {open} OR NOT ({open})";
        var command = sql.And($"id = {2}").And(false, $"never = {3}").Add($" ORDER BY id{Sql.Limit(26)}").Command();
        Assert.That(command.CommandText, Is.EqualTo("SELECT $1 WHERE due_at < $2 OR NOT (due_at < $3) AND id = $4 ORDER BY id LIMIT 26"));
        Assert.That(Values(command), Is.EqualTo(new object[] { 0, 1, 1, 2 }));
    }

    [Test]
    public void An_enum_travels_by_its_name_as_it_is_stored()
    {
        Sql sql = $"{ReportStatus.InProgress} {new[] { ReportStatus.Routed, ReportStatus.Closed }}";
        Assert.That(Values(sql.Command()), Is.EqualTo(new object[] { "InProgress", new[] { "Routed", "Closed" } }));
    }

    /// <summary>PostgreSQL plans a statement once for all values only when it knows their types: none has to be guessed from a null.</summary>
    [Test]
    public void A_value_that_is_absent_keeps_its_type()
    {
        string? nobody = null;
        Sql sql = $"agency_code = {nobody}";
        Assert.That(sql.Command().Parameters[0], Is.TypeOf<NpgsqlParameter<string?>>());
    }

    private static object?[] Values(NpgsqlBatchCommand command) => [.. command.Parameters.Select(parameter => ((NpgsqlParameter)parameter).Value)];
}
