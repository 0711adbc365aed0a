using CsCheck;
using KediriLapor.Reports.Model;

namespace KediriLapor.Model.Tests.Reports;

public class ReportSecretTests
{
    [Test]
    public void A_secret_opens_its_own_hash_and_no_other()
    {
        var (own, other) = (ReportSecret.New(), ReportSecret.New());
        Assert.Multiple(() =>
        {
            Assert.That(own.Value, Does.Match("^[0-9A-HJKMNP-TV-Z]{26}$"));
            Assert.That(own.Hash(), Has.Length.EqualTo(32));
            Assert.That(ReportSecret.Matches(own.Value, own.Hash()), Is.True);
            Assert.That(ReportSecret.Matches(other.Value, own.Hash()), Is.False);
            Assert.That(ReportSecret.Matches(own.Value.ToLowerInvariant(), own.Hash()), Is.False, "a secret is followed by link, not typed");
        });
    }

    [Test]
    public void Nothing_else_opens_it()
    {
        var hash = ReportSecret.New().Hash();
        Gen.OneOf(Gen.String, Gen.String[26, 26]).Sample(text => !ReportSecret.Matches(text, hash), iter: 5_000);
        Assert.That(ReportSecret.Matches(null, hash), Is.False);
        Assert.That(ReportSecret.Matches(new string('0', 26), []), Is.False);
    }
}
