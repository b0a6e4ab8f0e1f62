package dev.tocsin.chat.telegram.fake;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tocsin.chat.fake.Attached;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Calls against a description of a few methods, written as the published one is. */
class ApiCheckTest {
    private static final ApiCheck CHECK = new ApiCheck(FakeJson.read("""
            {"methods": {
               "sendMessage": {"name": "sendMessage", "fields": [
                 {"name": "chat_id", "types": ["Integer", "String"], "required": true, "description": ""},
                 {"name": "text", "types": ["String"], "required": true,
                  "description": "Text, 1-4096 characters after entities parsing"},
                 {"name": "disable_notification", "types": ["Boolean"], "required": false, "description": ""},
                 {"name": "scope", "types": ["Scope"], "required": false, "description": ""},
                 {"name": "reply_markup", "types": ["Keyboard"], "required": false, "description": ""}]},
               "sendPhoto": {"name": "sendPhoto", "fields": [
                 {"name": "photo", "types": ["InputFile", "String"], "required": true, "description": ""},
                 {"name": "reply_markup", "types": ["Keyboard"], "required": false, "description": ""}]}},
             "types": {
               "Keyboard": {"name": "Keyboard", "fields": [
                 {"name": "rows", "types": ["Array of Array of Button"], "required": true, "description": ""}]},
               "Button": {"name": "Button", "fields": [
                 {"name": "text", "types": ["String"], "required": true, "description": ""},
                 {"name": "style", "types": ["String"], "required": false,
                  "description": "Must be one of \\"danger\\" (red) or \\"success\\" (green). Or none."},
                 {"name": "data", "types": ["String"], "required": false, "description": "Data, 1-4 bytes"}]},
               "Scope": {"name": "Scope", "subtypes": ["ScopeDefault", "ScopeChat"]},
               "ScopeDefault": {"name": "ScopeDefault", "fields": [
                 {"name": "type", "types": ["String"], "required": true, "description": "Type, must be default"}]},
               "ScopeChat": {"name": "ScopeChat", "fields": [
                 {"name": "type", "types": ["String"], "required": true, "description": "Type, must be chat"},
                 {"name": "chat_id", "types": ["Integer"], "required": true, "description": ""}]}}}
            """).orElseThrow());

    private static List<String> json(String method, String body) {
        ObjectNode json = (ObjectNode) FakeJson.read(body.replace('\'', '"')).orElseThrow();
        return check(method, new Parameters(json, List.of(), Parameters.Form.JSON));
    }

    private static List<String> check(String method, Parameters parameters) {
        return CHECK.check(new Recorded(Instant.EPOCH, "/bot***/" + method, method, Map.of(), parameters));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "sendmessage | {'chat_id':1,'text':'x','method':'sendmessage'}",
                "sendMessage | {'chat_id':'@x','text':'x','scope':{'type':'default'}}",
                "sendMessage | {'chat_id':1,'text':'x','scope':{'type':'chat','chat_id':1}}",
                "sendMessage | {'chat_id':1,'text':'x','reply_markup':{'rows':[[{'text':'a','data':'1234'}]]}}",
                "sendMessage | {'chat_id':1,'text':'x','reply_markup':{'rows':[[{'text':'a','style':'danger'}]]}}"
            })
    void whatTheDescriptionHoldsIsTaken(String method, String body) {
        assertThat(json(method, body)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'text':'x'} | the parameter chat_id is missing",
                "{'chat_id':1,'text':7} | text: no String",
                "{'chat_id':1,'text':'x','sound':true} | there is no parameter sound",
                "{'chat_id':1,'text':'x','method':'other'} | there is no parameter method",
                "{'chat_id':1,'text':'x','disable_notification':'true'} | no Boolean",
                "{'chat_id':1,'text':'x','scope':{'type':'chat'}} | ScopeChat needs chat_id",
                "{'chat_id':1,'text':'x','scope':{'type':'default','chat_id':1}} | ScopeDefault has no chat_id",
                "{'chat_id':1,'text':'x','reply_markup':{'rows':[{'text':'a'}]}} | no Array of Button",
                "{'chat_id':1,'text':'x','reply_markup':{'rows':[[{'label':'a','text':'b'}]]}} | Button has no label",
                "{'chat_id':1,'text':'x','reply_markup':{'rows':[[{'text':'a','data':'12345'}]]}} | 1-4 bytes",
                "{'chat_id':1,'text':'x','reply_markup':{'rows':[[{'text':'a','style':'red'}]]}} | must be one of"
            })
    void whatItDoesNotHoldIsNamed(String body, String fault) {
        assertThat(json("sendMessage", body)).anyMatch(each -> each.contains(fault));
    }

    @Test
    void formsCarryTextAndFiles() {
        ObjectNode form = FakeJson.object().put("reply_markup", "{\"rows\":[[{\"text\":\"a\",\"data\":\"12345\"}]]}");
        Attached file = new Attached("photo", "x.png", new byte[] {1});

        assertThat(check("sendPhoto", new Parameters(form, List.of(file), Parameters.Form.TEXT)))
                .singleElement()
                .asString()
                .contains("1-4 bytes, not 5");
        assertThat(check("sendPhoto", new Parameters(FakeJson.object(), List.of(), Parameters.Form.TEXT)))
                .singleElement()
                .asString()
                .contains("photo is missing");
        assertThat(check("sendNothing", Parameters.none()))
                .singleElement()
                .asString()
                .contains("no such method");
    }
}
