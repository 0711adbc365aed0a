using KediriLapor.Accounts;

namespace KediriLapor.Model.Tests.Accounts;

public sealed class PasswordRulesTests
{
    private static readonly Account Sri = new() { UserName = "sri.wulandari", FullName = "Sri Wulandari" };

    [TestCase("rahasia12345", TestName = "{m}_a_common_word_and_a_number")]
    [TestCase("Rahasia-Kediri-2025", TestName = "{m}_common_words_joined")]
    [TestCase("p4ssw0rd!!!!", TestName = "{m}_a_common_word_in_disguise")]
    [TestCase("qwertyuiop123", TestName = "{m}_a_run_of_keys")]
    [TestCase("kedirilapor112", TestName = "{m}_the_name_of_the_service")]
    [TestCase("wulandari2024", TestName = "{m}_the_persons_own_name")]
    [TestCase("081234567890", TestName = "{m}_a_telephone_number")]
    [TestCase("3571012304850001", TestName = "{m}_an_identity_number")]
    public void Refused_is(string password) => Assert.That(PasswordRules.IsWeak(password, Sri), Is.True);

    [TestCase("kereta lewat jembatan tua")]
    [TestCase("wulandari suka gethuk pisang")]
    [TestCase("x7#Lq-92vTz!m")]
    [TestCase("ꦱꦸꦒꦼꦁ ꦲꦼꦚ꧀ꦗꦁ")]
    public void A_phrase_of_ones_own_is_accepted(string password) => Assert.That(PasswordRules.IsWeak(password, Sri), Is.False);

    [Test]
    public void A_made_up_password_is_long_and_never_the_same()
    {
        var made = Enumerable.Range(0, 100).Select(_ => PasswordRules.Random()).ToList();
        Assert.That(made, Is.Unique.And.All.Length.GreaterThanOrEqualTo(PasswordRules.MinLength));
        Assert.That(made, Has.None.Matches<string>(password => PasswordRules.IsWeak(password, Sri)));
    }
}
