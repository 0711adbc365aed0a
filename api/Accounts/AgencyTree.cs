using KediriLapor.Persistence;

namespace KediriLapor.Accounts;

/// <summary>What a person's scope needs to know of an agency.</summary>
/// <param name="ParentCode">The unit above, null at the top.</param>
/// <param name="Active">Somebody may be given to it.</param>
public sealed record AgencyUnit(string Code, string? ParentCode, string Name, bool Active = true);

/// <summary>Reads every unit of the city; given by the room Agencies so that Accounts does not depend on its tables.</summary>
public delegate Task<List<AgencyUnit>> ReadAgencyUnits(AppDb db, CancellationToken cancellationToken);

/// <summary>The units of the city by who stands above whom.</summary>
public sealed class AgencyTree(IEnumerable<AgencyUnit> units)
{
    private readonly Dictionary<string, AgencyUnit> byCode = units.ToDictionary(unit => unit.Code);

    private readonly ILookup<string?, string> codesBelow = units.ToLookup(unit => unit.ParentCode, unit => unit.Code);

    public AgencyUnit? Find(string code) => byCode.GetValueOrDefault(code);

    /// <summary>The unit itself first, then every unit below it; empty when no unit has this code.</summary>
    public IReadOnlyList<string> WithAllBelow(string code)
    {
        if (!byCode.ContainsKey(code))
            return [];

        var reached = new List<string> { code };
        // An edit may close a circle (A above B above A): each unit is visited once, so the walk ends all the same.
        var seen = new HashSet<string>(reached);
        for (var i = 0; i < reached.Count; i++)
            reached.AddRange(codesBelow[reached[i]].Where(seen.Add));
        return reached;
    }
}
